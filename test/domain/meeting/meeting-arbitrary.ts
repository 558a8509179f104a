/** Random lives of a meeting: sensible and senseless commands of several people at random instants. */
import fc from 'fast-check';
import { itemKinds } from '#app/domain/meeting/agenda.ts';
import type { MeetingCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { floorOrders } from '#app/domain/meeting/floor.ts';
import { roundOrders } from '#app/domain/meeting/round.ts';
import { emptyMeeting, type MeetingState } from '#app/domain/meeting/state.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { circle, minute, openMeeting, plannedMeeting, play, startsAt } from './meeting-builder.ts';

/** What somebody does, and how many ms after the step before. */
export type Step = { actor: string | null; command: MeetingCommand; wait: number };

/** What one step came to. `command` and `at` are as played. */
export type Happened = Step & {
  before: MeetingState;
  after: MeetingState;
  at: number;
  events: LoggedMeetingEvent[];
  refused: Refusal | null;
};

/** As rev: the item's own at that moment; as an offer's number: that of the last. As item or `running`: what runs at that moment. */
const CURRENT = -1;
const RUNNING = 'whatever-runs';
/** As actor: whoever leads at that moment, and who is being asked to. */
const LEAD = 'the-lead';
const ASKED = 'the-asked';

const people = [...circle];
const anybody = fc.constantFrom(...people);
const item = fc.constantFrom('x', 'y', 'z', 'i1', 'i2', 's1');
const busy = fc.oneof({ weight: 4, arbitrary: fc.constant(RUNNING) }, item);
const id = fc.constantFrom('n1', 'n2', 'n3', 'n4');
const text = fc.constantFrom('one', 'two', 'three');
const minutes = fc.integer({ min: 1, max: 30 });
const rev = fc.oneof({ weight: 6, arbitrary: fc.constant(CURRENT) }, fc.nat({ max: 4 }));
const maybe = fc.option(anybody, { nil: null });
const draft = {
  title: text,
  itemKind: fc.constantFrom(...itemKinds),
  minutes,
  bringer: fc.option(fc.constantFrom(...people, 'eve'), { nil: null }),
  help: text,
};
const steps = fc.constant(Array.from({ length: 14 }, (_, step) => `s${step}`));
const action = { action: id, text, owner: fc.constantFrom(...people, 'eve'), due: fc.constant(null) };

type Kind = MeetingCommand['kind'];
const command = (kind: Kind, fields: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ kind: fc.constant(kind), ...fields }) as fc.Arbitrary<MeetingCommand>;

const moves = command('item.move', { item, after: fc.option(item, { nil: null }) });
const agenda = fc.oneof(
  command('item.propose', { item, ...draft }),
  command('item.edit', { item, ...draft }),
  command('item.withdraw', { item }),
  command('format.choose', {
    format: fc.constantFrom('trio-consult', 'season-kickoff', 'open-agenda-votes', 'none'),
    items: steps,
  }),
  { weight: 4, arbitrary: moves },
);
const votes = fc.oneof(
  { weight: 30, arbitrary: command('vote.cast', { item, dots: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: command('voting.close') },
);
const clocks = fc.oneof(
  command('meeting.start'),
  command('item.start', { item, rev }),
  command('item.pause', { item: busy, rev }),
  command('item.resume', { item: busy, rev }),
  command('phase.start', { item: busy, phase: fc.nat({ max: 4 }), from: fc.nat({ max: 4 }) }),
  command('seat.give', { item: busy, person: maybe }),
  command('role.give', { role: fc.constantFrom('timekeeper', 'note-taker', 'coach'), person: maybe }),
  command('extension.ask', { item: busy, rev, drops: fc.constant([]) }),
  command('thumb.show', { item: busy, thumb: fc.constantFrom('up', 'sideways', 'down') }),
  command('item.keep', { item }),
  command('item.finish', { item: busy, rev }),
  command('item.next', { running: busy }),
);
const floor = fc.oneof(
  command('hand.raise'),
  command('hand.lower', { person: anybody }),
  command('floor.give', { person: anybody }),
  command('floor.end', { person: anybody }),
  command('floor.order', { order: fc.constantFrom(...floorOrders) }),
  command('floor.limit', { minutes: fc.option(minutes, { nil: null }) }),
  command('round.invite', { order: fc.constantFrom(...roundOrders), seed: fc.nat() }),
  command('round.pass', { person: anybody }),
  command('round.end'),
);
const offer = fc.oneof({ weight: 6, arbitrary: fc.constant(CURRENT) }, fc.nat({ max: 3 }));
const leading = fc.oneof(
  command('lead.take'),
  command('lead.pass', { to: anybody }),
  command('lead.accept', { offer }),
  command('lead.decline', { offer }),
);
const alarms = fc.oneof(command('lead.offer', { after: offer }), command('lead.lapse', { offer }));
const words = fc.oneof(
  command('message.post', { message: id, text }),
  command('message.edit', { message: id, text }),
  command('message.retract', { message: id }),
  command('decision.record', { decision: id, text }),
  command('decision.withdraw', { decision: id }),
  command('action.add', action),
  command('action.edit', action),
  command('action.drop', { action: id }),
  command('action.complete', { action: id }),
  command('action.reopen', { action: id }),
);
const plan = {
  startsAt: fc.constantFrom(startsAt, minute(10)),
  lengthMinutes: fc.constantFrom(60, 90),
};
const carried = fc.record({ item, ...draft, carried: fc.nat({ max: 2 }), votes: fc.nat({ max: 3 }) });
const votesOnTime = fc.oneof(
  command('extension.open', { item: busy }),
  command('extension.close', { item: busy }),
);
const presence = fc.oneof(
  { weight: 3, arbitrary: command('attendance.arrive', { person: anybody }) },
  { weight: 1, arbitrary: command('attendance.leave', { person: anybody }) },
);
const ending = fc.oneof(command('meeting.close'), command('meeting.close-forgotten'));
const planning = fc.oneof(
  command('meeting.plan', plan),
  command('meeting.reschedule', plan),
  command('meeting.skip', { because: fc.constant('decided') }),
  { weight: 4, arbitrary: command('meeting.restore') },
  command('lead.assign', { lead: maybe, line: fc.shuffledSubarray(people) }),
  command('seats.tell', { seats: fc.constant({ ben: { turns: 1, last: 1 } }) }),
  { weight: 3, arbitrary: command('item.carry', { items: fc.array(carried, { maxLength: 3 }) }) },
  {
    weight: 1,
    arbitrary: command('item.carry', { items: fc.array(carried, { maxLength: 3 }), back: fc.constant(true) }),
  },
  { weight: 2, arbitrary: command('item.recall', { items: fc.array(item, { maxLength: 3 }) }) },
);

const actor = fc.oneof({ weight: 60, arbitrary: anybody }, fc.constantFrom('eve', null));
/** What only the lead may do is mostly done by the lead. */
const lead = fc.oneof({ weight: 3, arbitrary: fc.constant(LEAD) }, actor);
const house = fc.oneof({ weight: 30, arbitrary: fc.constant(null) }, anybody);
const wait = fc.oneof(fc.constant(0), fc.nat({ max: 5_000 }), fc.nat({ max: 300_000 }));
const by = (who: fc.Arbitrary<string | null>, what: fc.Arbitrary<MeetingCommand>) =>
  fc.record({ actor: who, command: what, wait });

/** Around an agenda nobody has started yet. */
const prepare: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: by(actor, agenda) },
  { weight: 8, arbitrary: by(actor, votes) },
  { weight: 2, arbitrary: by(actor, words) },
  { weight: 4, arbitrary: by(house, presence) },
  { weight: 1, arbitrary: by(house, planning) },
);
const meet: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: by(lead, agenda) },
  { weight: 4, arbitrary: by(actor, votes) },
  { weight: 14, arbitrary: by(lead, clocks) },
  { weight: 14, arbitrary: by(lead, floor) },
  { weight: 8, arbitrary: by(actor, floor) },
  { weight: 5, arbitrary: by(lead, leading) },
  { weight: 5, arbitrary: by(fc.constantFrom(ASKED, ...people), leading) },
  { weight: 8, arbitrary: by(house, alarms) },
  { weight: 14, arbitrary: by(actor, words) },
  { weight: 8, arbitrary: by(house, presence) },
  { weight: 4, arbitrary: by(house, votesOnTime) },
  { weight: 1, arbitrary: by(actor, planning) },
  { weight: 1, arbitrary: by(fc.constantFrom(LEAD, null, 'ben'), ending) },
);

/** A whole life: how it begins, and what follows. Long ones as often as short ones. */
export const life: fc.Arbitrary<Life> = fc.noBias(
  fc.record({
    from: fc.constantFrom('nothing', 'planned', 'open', 'open', 'open'),
    preparing: fc.array(prepare, { maxLength: 25, size: 'max' }),
    meeting: fc.array(meet, { maxLength: 100, size: 'max' }),
  }),
);

export type Life = { from: string; preparing: Step[]; meeting: Step[] };

/** Plays a life; every step with the state before and after. Nothing may change what it was given. */
export function live({ from, preparing, meeting: course }: Life): {
  log: LoggedMeetingEvent[];
  happened: Happened[];
  state: MeetingState;
  now: number;
} {
  const meeting = from === 'open' ? openMeeting() : from === 'planned' ? plannedMeeting().at(-16) : null;
  let state = meeting?.state ?? emptyMeeting;
  let at = meeting?.now ?? startsAt;
  const log = [...(meeting?.log ?? [])];
  const happened = [...preparing, ...course].map((step): Happened => {
    at += step.wait;
    const before = state;
    const played = asPlayed(before, step);
    const { state: after, events, refused } = play(before, played.actor, frozen(played.command), at);
    state = frozen(after);
    log.push(...events);
    return { ...played, before, after, at, events, refused };
  });
  return { log, happened, state, now: at };
}

/** The same, and whoever tries to change it throws. */
function frozen<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return data;
  Object.freeze(data);
  Object.values(data).forEach(frozen);
  return data;
}

function asPlayed(state: MeetingState, step: Step): Step {
  const asked = state.baton.offer?.to ?? null;
  const actor = { [LEAD]: state.lead.holder, [ASKED]: asked }[step.actor ?? ''] ?? step.actor;
  const command = { ...step.command };
  if ('item' in command && command.item === RUNNING) command.item = state.running ?? 'x';
  if (command.kind === 'item.next' && command.running === RUNNING) command.running = state.running;
  if ('offer' in command && command.offer === CURRENT) command.offer = state.baton.offers;
  if ('after' in command && command.after === CURRENT) command.after = state.baton.offers;
  if ('rev' in command && command.rev === CURRENT) {
    command.rev = state.items.find((one) => one.id === command.item)?.clock.rev ?? 0;
  }
  return { ...step, actor, command };
}
