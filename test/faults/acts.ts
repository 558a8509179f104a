// What a scripted member does next: all sorts of commands, mostly words, chosen by dice from what is on their screen.
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { isPresent, type MeetingState } from '#app/domain/meeting/state.ts';
import type { RoomState } from '#app/screens/live/room-state.ts';
import type { Dice } from './dice.ts';

export type Act = (room: RoomState, dice: Dice) => MemberCommand | null;

let said = 0;
/** No two are alike, so that every line can be told apart in the log. */
export const words = (dice: Dice) => `${++said} ${'word '.repeat(dice.between(1, 12)).trim()}`;

const post: Act = (_, dice) => ({ kind: 'message.post', message: dice.id(), text: words(dice) });

const ownMessage = ({ meeting, me }: RoomState, dice: Dice) =>
  dice.one(
    meeting.messages.filter(({ author, text, sealed }) => author === me && (text ?? sealed)).slice(-6),
  );

export const edit: Act = (room, dice) => {
  const message = ownMessage(room, dice);
  return message ? { kind: 'message.edit', message: message.id, text: words(dice) } : null;
};
export const retract: Act = (room, dice) => {
  const message = ownMessage(room, dice);
  return message ? { kind: 'message.retract', message: message.id } : null;
};

const hand: Act = ({ meeting, me }) =>
  meeting.floor.hands.some((one) => one.person === me)
    ? { kind: 'hand.lower', person: me }
    : { kind: 'hand.raise' };

const somebodyHere = (meeting: MeetingState, dice: Dice) =>
  dice.one(Object.keys(meeting.attendance).filter((person) => isPresent(meeting, person)));

const floor: Act = ({ meeting, me }, dice) => {
  const holder = meeting.floor.holder?.person;
  if (holder && (holder === me || dice.chance(0.5))) return { kind: 'floor.end', person: holder };
  const person = somebodyHere(meeting, dice);
  return person ? { kind: 'floor.give', person } : null;
};

const lead: Act = ({ meeting, me }, dice) => {
  if (meeting.lead.holder !== me) return { kind: 'lead.take' };
  const to = somebodyHere(meeting, dice);
  return to ? { kind: 'lead.pass', to } : null;
};

const draft = (dice: Dice) => ({
  ...{ title: words(dice), itemKind: 'topic' as const, minutes: dice.between(1, 30) },
  ...{ bringer: null, help: '' },
});
const listed = ({ items }: MeetingState) => items.filter(({ withdrawn }) => !withdrawn);

const propose: Act = ({ meeting }, dice) =>
  meeting.items.length < 30 ? { kind: 'item.propose', item: dice.id(), ...draft(dice) } : null;
const arrange: Act = ({ meeting }, dice) => {
  const items = listed(meeting);
  const [item, after] = [dice.one(items), dice.one(items)];
  if (!item) return null;
  const way = dice.between(1, 6);
  if (way === 1) return { kind: 'item.withdraw', item: item.id };
  if (way <= 3) return { kind: 'item.edit', item: item.id, ...draft(dice) };
  return { kind: 'item.move', item: item.id, after: after && after.id !== item.id ? after.id : null };
};
const vote: Act = ({ meeting }, dice) => {
  const item = dice.one(listed(meeting));
  return item ? { kind: 'vote.cast', item: item.id, dots: dice.between(0, 2) } : null;
};

/** The clocks belong to whoever leads; the meeting is started late in a run, so that voting has its time. */
const clocks: Act = ({ meeting }, dice) => {
  if (meeting.status === 'planned') return dice.chance(0.2) ? { kind: 'meeting.start' } : null;
  const running = meeting.items.find(({ id }) => id === meeting.running);
  if (!running || dice.chance(0.4)) return { kind: 'item.next', running: meeting.running };
  const about = { item: running.id, rev: running.clock.rev };
  if (dice.chance(0.15)) return { kind: 'extension.ask', ...about, drops: [] };
  if (meeting.extension?.outcome === null)
    return { kind: 'thumb.show', item: running.id, thumb: dice.chance(0.7) ? 'up' : 'down' };
  return running.clock.state === 'paused'
    ? { kind: 'item.resume', ...about }
    : { kind: 'item.pause', ...about };
};

const decision: Act = ({ meeting }, dice) => {
  const known = dice.one(meeting.decisions);
  return known && dice.chance(0.3)
    ? { kind: 'decision.withdraw', decision: known.id }
    : { kind: 'decision.record', decision: dice.id(), text: words(dice) };
};

const action: Act = ({ meeting, me }, dice) => {
  const known = dice.one(meeting.actions.filter(({ owner, by }) => owner === me || by === me));
  const way = dice.between(1, 6);
  if (!known || way === 1)
    return { kind: 'action.add', action: dice.id(), text: words(dice), owner: me, due: null };
  if (way === 2) return { kind: 'action.drop', action: known.id };
  if (way === 3)
    return { kind: 'action.edit', action: known.id, text: words(dice), owner: me, due: '2027-01-31' };
  return { kind: known.doneAt === null ? 'action.complete' : 'action.reopen', action: known.id };
};

/** How often each, of a hundred. */
const shares: [number, Act][] = [
  [42, post],
  [14, edit],
  [5, retract],
  [9, hand],
  [4, floor],
  [3, lead],
  [4, propose],
  [5, arrange],
  [4, vote],
  [3, clocks],
  [2, decision],
  [5, action],
];

/** The next command; null when the dice chose something for which there is nothing on the screen. */
export function nextAct(room: RoomState, dice: Dice): MemberCommand | null {
  let throwing = dice.between(1, 100);
  for (const [share, act] of shares) {
    throwing -= share;
    if (throwing <= 0) return act(room, dice);
  }
  return null;
}
