/**
 * Who has talked how much, and who has not been heard: for everybody's own eyes, never a ranking.
 *
 * W1 Time with the floor counts while a check-in or a topic is on: in a hot seat the time is its owner's by right, and
 *    reading out or closing is nobody's gain. A turn that outlives its item counts up to the item's end.
 * W2 A share is told as a band and to its owner alone: less than half of an equal share, about an equal share, or more
 *    than one and three quarters of it. Equal is: among all who were there while the meeting was live.
 * W3 Where nobody's turns counted, or nobody else was there, there is no share to tell.
 * W4 Heard in the running item is who had the floor in it or wrote a line since it began; the others who are in the room
 *    are the ones a facilitator may want to invite.
 * Source: the agenda design, C.2.
 */
import type { AgendaItem } from './agenda.ts';
import { presentPeople } from './may.ts';
import type { MeetingState } from './state.ts';

export type TalkBand = 'less' | 'about' | 'more';

const counted: ReadonlySet<AgendaItem['itemKind']> = new Set(['check-in', 'topic']);

/** W1: the counted talk time by person, in ms, after an event at `at` took a meeting from `before` to `after`. */
export function countTalk(before: MeetingState, after: MeetingState, at: number): MeetingState['talkMs'] {
  const { holder } = before.floor;
  const isOver = after.floor.holder !== holder || after.running !== before.running;
  const item = before.items.find(({ id }) => id === before.running);
  if (!holder || !isOver || !item || !counted.has(item.itemKind)) return before.talkMs;
  const { person, since } = holder;
  return { ...before.talkMs, [person]: (before.talkMs[person] ?? 0) + Math.max(0, at - since) };
}

/** W2 W3: this person's share of the talking, or null when there is none to tell. */
export function talkBand(
  { talkMs, attendance }: Pick<MeetingState, 'talkMs' | 'attendance'>,
  person: string,
): TalkBand | null {
  const people = Object.keys(attendance).filter((one) => (attendance[one]?.liveMs ?? 0) > 0);
  const total = Object.values(talkMs).reduce((sum, ms) => sum + ms, 0);
  if (people.length < 2 || total === 0 || !people.includes(person)) return null;
  const timesEqual = ((talkMs[person] ?? 0) / total) * people.length;
  if (timesEqual < 0.5) return 'less';
  return timesEqual > 1.75 ? 'more' : 'about';
}

/** W4: who is in the room and has not been heard in the running item, in the order they came. Nobody while none runs. */
export function notHeard(state: MeetingState): string[] {
  const item = state.items.find(({ id }) => id === state.running);
  const begun = item?.clock.begunAt;
  if (begun == null) return [];
  const wrote = new Set(state.messages.filter(({ at }) => at >= begun).map(({ author }) => author));
  const heard = (person: string) =>
    (state.floor.turns[person] ?? 0) > 0 || state.floor.holder?.person === person || wrote.has(person);
  return presentPeople(state).filter((person) => !heard(person));
}
