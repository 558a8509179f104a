/** The baton against a small model of it: every act and every passing of time, in random order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BACK_STANDS, graceEnds, LEAD_GRACE, OFFER_STANDS } from '#app/domain/meeting/baton.ts';
import { decide } from '#app/domain/meeting/decide.ts';
import { nextDue } from '#app/domain/meeting/due.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { circle, liveMeeting, type Meeting, minute, plannedMeeting } from './meeting-builder.ts';

type Why = 'stand-in' | 'back' | 'handed';

/** What should be true, written down without looking at how the domain does it. `came`: when everybody came first. */
type Model = {
  now: number;
  here: Set<string>;
  holder: string;
  lost: number | null;
  offer: { to: string; why: Why; until: number } | null;
  asked: Set<string>;
  free: boolean;
  first: string | null;
  lender: string | null;
  came: Map<string, number>;
};
type Command = fc.Command<Model, Meeting>;

const people = [...circle];
/** What the random courses came to. */
const met = new Set<string>();
/** The rota's line, then whoever came first. */
function orderOf({ lender, came }: Model): (string | null)[] {
  const byTime = [...came].sort(([a, at], [b, later]) => at - later || (a < b ? -1 : 1));
  return [lender, 'ben', 'cleo', ...byTime.map(([person]) => person)];
}
const began = (startsLive: boolean) =>
  startsLive ? liveMeeting() : plannedMeeting().at(-10).arrive('ben', 'cleo');

function changeTo(model: Model, to: string, how: Why | 'taken'): void {
  if (how === 'stand-in') model.first ??= model.holder;
  if (how === 'handed') model.lender ??= model.holder;
  else model.lender = null;
  if (model.first === to) model.first = null;
  if (model.lender === to) model.lender = null;
  Object.assign(model, { holder: to, offer: null, asked: new Set(), free: false, lost: null });
}

function settled(model: Model, person: string, why: Why): void {
  model.offer = null;
  if (why !== 'handed') model.asked.add(person);
  if (why === 'back') model.first = null;
}

/** What the house does at this instant. */
function ring(model: Model): void {
  for (;;) {
    const { offer } = model;
    if (offer && model.now < offer.until) return;
    if (offer) settled(model, offer.to, offer.why);
    const can = (person: string | null) =>
      person !== null && person !== model.holder && model.here.has(person) && !model.asked.has(person);
    const isLost = model.lost !== null && model.now >= model.lost && model.here.size > 0 && !model.free;
    const line = orderOf(model).find(can) ?? null;
    const [to, why] = can(model.first)
      ? [model.first, 'back' as const]
      : [isLost ? line : null, 'stand-in' as const];
    if (to) model.offer = { to, why, until: model.now + (why === 'back' ? BACK_STANDS : OFFER_STANDS) };
    else {
      if (isLost) model.free = true;
      return;
    }
  }
}

/** Who may act as lead at this very instant: by leading, by accepting, or by taking it. */
function whoMayAct({ state, now, members }: Meeting): string[] {
  return presentPeople(state).filter((actor) => {
    if (actor === state.lead.holder) return true;
    const offer = state.baton.offer?.number ?? 0;
    const ways = [{ kind: 'lead.accept' as const, offer }, { kind: 'lead.take' as const }];
    return ways.some((way) => {
      const answer = decide(state, way, { actor, now, members });
      return !isRefusal(answer) && answer.length > 0;
    });
  });
}

function check(model: Model, meeting: Meeting): void {
  const { lead, baton } = meeting.state;
  if (baton.free) met.add('free');
  if (baton.offer) met.add(baton.offer.why);
  const offer = baton.offer && { to: baton.offer.to, why: baton.offer.why, until: baton.offer.until };
  expect({ holder: lead.holder, offer, free: baton.free, first: baton.first, lender: lead.lentBy }).toEqual({
    ...{ holder: model.holder, offer: model.offer, free: model.free, first: model.first },
    lender: model.lender,
  });
  if (offer) expect(presentPeople(meeting.state)).toContain(offer.to);
  for (const event of meeting.log) if (event.kind === 'lead.changed') expect(event.actor).toBe(event.to);
  expectNoDeadEnd(meeting);
}

/** L6: after the grace, which is bounded, somebody who is there may act at every instant, whatever nobody does. */
function expectNoDeadEnd(meeting: Meeting): void {
  if (presentPeople(meeting.state).length === 0) return;
  const ends = graceEnds(meeting.state) ?? meeting.now;
  expect(ends).toBeLessThanOrEqual(Math.max(meeting.now, minute(0)) + LEAD_GRACE);
  const later = Object.assign(plannedMeeting(), {
    state: meeting.state,
    now: Math.max(ends, meeting.now),
  }).ring();
  for (let look = 0; look < 3 * people.length; look += 1) {
    expect(whoMayAct(later)).not.toEqual([]);
    const next = nextDue(later.state);
    if (next === null) return;
    later.now = Math.max(next, later.now);
    later.ring();
  }
  expect(later.state.baton.free || meeting.state.lead.holder).toBeTruthy();
}

/** One thing that happens: `may` and `then` on the model, `real` on the meeting; then the house does what is due. */
function step(
  name: string,
  may: (model: Model) => boolean,
  then: (model: Model) => void,
  real: (meeting: Meeting) => void,
): Command {
  return {
    check: may,
    run(model, meeting) {
      then(model);
      ring(model);
      real(meeting);
      meeting.ring();
      check(model, meeting);
    },
    toString: () => name,
  };
}

const arrive = (person: string) =>
  step(
    `arrive ${person}`,
    ({ here }) => !here.has(person),
    (model) => {
      model.here.add(person);
      if (!model.came.has(person)) model.came.set(person, model.now);
      if (person !== model.holder) return;
      Object.assign(model, { lost: null, asked: new Set(), free: false });
      if (model.offer?.why === 'stand-in') model.offer = null;
    },
    (meeting) => meeting.arrive(person),
  );
const leave = (person: string) =>
  step(
    `leave ${person}`,
    ({ here }) => here.has(person),
    (model) => {
      model.here.delete(person);
      if (model.offer?.to === person) model.offer = null;
      if (person === model.holder) model.lost = model.now + LEAD_GRACE;
    },
    (meeting) => meeting.leave(person),
  );
const pass = (to: string) =>
  step(
    `pass to ${to}`,
    ({ here, holder }) => to !== holder && here.has(to),
    (model) => {
      if (model.offer?.to !== to) model.offer = { to, why: 'handed', until: model.now + OFFER_STANDS };
    },
    (meeting) => meeting.does(meeting.state.lead.holder ?? '', { kind: 'lead.pass', to }),
  );
const accept = step(
  'accept',
  ({ offer }) => offer !== null,
  (model) => {
    const { to, why } = model.offer as { to: string; why: Why };
    changeTo(model, to, why);
  },
  (meeting) => meeting.accept(meeting.state.baton.offer?.to ?? ''),
);
const decline = step(
  'decline',
  ({ offer }) => offer !== null,
  (model) => settled(model, model.offer?.to ?? '', model.offer?.why ?? 'handed'),
  (meeting) => {
    const { to = '', number = 0 } = meeting.state.baton.offer ?? {};
    meeting.does(to, { kind: 'lead.decline', offer: number });
  },
);
const mayTake = (model: Model, person: string) =>
  model.here.has(person) &&
  person !== model.holder &&
  (model.lender === person || (model.free && !model.here.has(model.holder)));
const take = (person: string) =>
  step(
    `take ${person}`,
    (model) => mayTake(model, person),
    (model) => changeTo(model, person, model.lender === person ? 'taken' : 'stand-in'),
    (meeting) => meeting.does(person, { kind: 'lead.take' }),
  );
const refused = (person: string) =>
  step(
    `refused ${person}`,
    (model) => person !== model.holder && !mayTake(model, person),
    () => {},
    (meeting) => meeting.refuses(person, { kind: 'lead.take' }),
  );
const wait = (seconds: number) =>
  step(
    `wait ${seconds} s`,
    () => true,
    (model) => {
      const until = model.now + seconds * 1_000;
      const due = () => model.offer?.until ?? (model.free ? null : model.lost) ?? Number.POSITIVE_INFINITY;
      for (; due() <= until && model.here.size > 0 && model.now < due(); ring(model)) model.now = due();
      model.now = until;
    },
    (meeting) => {
      const until = meeting.now + seconds * 1_000;
      const due = () => nextDue(meeting.state) ?? Number.POSITIVE_INFINITY;
      for (; due() <= until; meeting.ring()) meeting.now = Math.max(meeting.now, due());
      meeting.now = until;
    },
  );

const anybody = fc.constantFrom(...people);
const acts = fc.commands(
  [
    anybody.map(arrive),
    anybody.map(leave),
    fc.constant(leave('ada')),
    fc.constant(accept),
    fc.constant(decline),
    anybody.map(pass),
    anybody.map(take),
    anybody.map(refused),
    fc.constantFrom(1, 29, 30, 89, 90, 120, 200).map(wait),
  ],
  { maxCommands: 60, size: 'max' },
);

test('L1 L2 L3 L4 L6 L7 one lead, never by accident, offers only to who is there, and no dead end', () => {
  fc.assert(
    fc.property(fc.boolean(), acts, (startsLive, commands) => {
      fc.modelRun(() => {
        const real = began(startsLive);
        const model: Model = {
          ...{ now: real.now, holder: 'ada', offer: null, asked: new Set(), free: false, first: null },
          ...{ here: new Set(presentPeople(real.state)), lost: startsLive ? null : minute(0) + LEAD_GRACE },
          ...{ lender: null, came: new Map(presentPeople(real.state).map((person) => [person, real.now])) },
        };
        return { model, real };
      }, commands);
    }),
    { numRuns: 400 },
  );
  expect([...met].sort()).toEqual(['back', 'free', 'handed', 'stand-in']);
});
