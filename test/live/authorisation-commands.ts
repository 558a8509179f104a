// A command of every kind that is right at its point of the meeting, so that only who sends it can be what is wrong with it.
// What a member and the facilitator may both do, each does with something of their own.
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { offerNow } from '#app/domain/meeting/decide-extension.ts';
import { formats } from '#app/domain/meeting/formats.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { House } from '#server/house.ts';
import { granted } from '#test/harness/circles.ts';
import type { KnownCircle } from '#test/harness/known-circle.ts';
import { ask } from '#test/harness/meeting-room.ts';
import type { Kind } from '#test/routes/authorisation-table.ts';

type Asking = { house: House; circle: KnownCircle; kind: Kind };
type Make = { [Name in MemberCommand['kind']]: () => Omit<MemberCommand & { kind: Name }, 'kind'> };

const draft = { title: 'Changed', itemKind: 'topic', minutes: 15, help: '' } as const;

function makers({ house, circle, kind }: Asking, state: MeetingState): Make {
  const { room, people } = circle;
  const third = people.third.id;
  const topic = kind === 'facilitator' ? room.otherTopic : room.topic;
  const clockOf = (item: string) => ({
    item,
    rev: state.items.find((one) => one.id === item)?.clock.rev ?? 0,
  });
  const promise = { text: 'Changed', owner: third, due: null };
  const format = formats[0];
  return {
    'message.post': () => ({ message: house.newId(), text: 'A line' }),
    'message.edit': () => ({ message: room.message, text: 'Changed' }),
    'message.retract': () => ({ message: room.message }),
    'format.choose': () => ({
      format: format?.id ?? '',
      items: (format?.steps ?? []).map(() => house.newId()),
    }),
    'item.propose': () => ({ item: house.newId(), ...draft, bringer: null }),
    'item.edit': () => ({ item: room.thirdItem, ...draft, bringer: third }),
    'item.withdraw': () => ({ item: room.thirdItem }),
    'item.move': () => ({ item: room.otherTopic, after: null }),
    'vote.cast': () => ({ item: topic, dots: 1 }),
    'voting.close': () => ({}),
    'meeting.start': () => ({}),
    'meeting.close': () => ({}),
    'item.start': () => clockOf(room.topic),
    'item.pause': () => clockOf(room.topic),
    'item.resume': () => clockOf(room.topic),
    'item.keep': () => ({ item: room.thirdTwice }),
    'phase.start': () => ({ item: state.running ?? '', phase: 1, from: 0 }),
    'seat.give': () => ({ item: roundOf(state), person: third }),
    'role.give': () => ({ role: 'timekeeper', person: third }),
    'extension.ask': () => ({ ...clockOf(room.topic), drops: dropsNow(state, house.now()) }),
    'thumb.show': () => ({ item: room.topic, thumb: kind === 'member' ? 'up' : 'down' }),
    'item.finish': () => clockOf(room.topic),
    'item.next': () => ({ running: state.running }),
    'hand.raise': () => ({}),
    'hand.lower': () => ({ person: third }),
    'floor.give': () => ({ person: third }),
    'floor.end': () => ({ person: third }),
    'floor.order': () => ({ order: 'first-come' }),
    'floor.limit': () => ({ minutes: 2 }),
    'round.invite': () => ({ order: 'ring', seed: 1 }),
    'round.pass': () => ({ person: third }),
    'round.end': () => ({}),
    'decision.record': () => ({ decision: house.newId(), text: 'We go' }),
    'decision.withdraw': () => ({ decision: room.thirdDecision }),
    'action.add': () => ({ action: house.newId(), ...promise }),
    'action.edit': () => ({ action: room.thirdAction, ...promise }),
    'action.complete': () => ({ action: room.thirdAction }),
    'action.reopen': () => ({ action: room.thirdDone }),
    'action.drop': () => ({ action: room.thirdAction }),
    'lead.pass': () => ({ to: third }),
    'lead.accept': () => ({ offer: state.baton.offers }),
    'lead.decline': () => ({ offer: state.baton.offers }),
    'lead.take': () => ({}),
  };
}

/** The command, with what is true in the room now. */
export async function commandFor(row: string, asking: Asking): Promise<MemberCommand> {
  const state = await asking.house.rooms.state(asking.circle.meetings.now);
  if (!state) throw new RangeError('The meeting that is open now has a room.');
  const make = makers(asking, state)[row as MemberCommand['kind']];
  return { kind: row, ...make() } as MemberCommand;
}

/** What somebody else does before it is this command's turn. */
export async function prepare(row: string, { house, circle }: Omit<Asking, 'kind'>): Promise<void> {
  const { now: room } = circle.meetings;
  const { facilitator, member, third } = circle.people;
  const does = async (who: { id: string }, command: MemberCommand) =>
    granted(await ask(house, room, who.id, command));
  const accepts = async (who: { id: string }) => {
    const offer = (await house.rooms.state(room))?.baton.offers ?? 0;
    await does(who, { kind: 'lead.accept', offer });
  };
  if (row === 'hand.lower') await does(third, { kind: 'hand.raise' });
  if (row === 'lead.decline' || row === 'lead.accept')
    await does(facilitator, { kind: 'lead.pass', to: member.id });
  if (row === 'lead.take') {
    await does(member, { kind: 'lead.pass', to: third.id });
    await accepts(third);
  }
  if (row === 'phase.start') {
    const state = await house.rooms.state(room);
    await does(facilitator, { kind: 'item.start', item: state ? roundOf(state) : '', rev: 0 });
  }
}

/** What more time for the running item would leave for next time. */
function dropsNow(state: MeetingState, now: number): string[] {
  const running = state.items.find(({ id }) => id === state.running);
  return (running && offerNow(state, running, now)?.absorption.dropped) ?? [];
}

/** An item of a format that has several phases. */
function roundOf({ items }: MeetingState): string {
  return items.find(({ run }) => (run?.phases.length ?? 0) > 1)?.id ?? '';
}
