/**
 * Who has had the hot seat, from meeting to meeting, so that it comes round to everybody.
 *
 * X1 A turn in the hot seat counts once its item has begun, for its focus member; one challenge over several items is one
 *    turn. A hot seat that could not start counts for nothing: it is first in the next meeting, with the same member (T8).
 * X2 A meeting leaves to the next one what it was told itself, and its own turns. It lasts as long as there are meetings.
 * X3 Suggested is the member with the fewest turns, hot seats of today that are still to come included; among those
 *    whose last turn is longest ago, then whoever stands first around the ring.
 * Source: the agenda design, T8.
 */
import { type AgendaItem, isFrozen, listedItems } from './agenda.ts';
import type { MeetingState } from './state.ts';
import { focusOf } from './turn.ts';

/** By person: how many turns, and the start of the meeting of the last one, in ms. */
export type SeatLedger = Readonly<Record<string, { turns: number; last: number }>>;

type Meeting = Pick<MeetingState, 'items' | 'seats' | 'startsAt'>;

/** X1 X2: what the meeting leaves to the next one. */
export function seatsAfter(state: Meeting): SeatLedger {
  const after = { ...state.seats };
  for (const person of turnsOfToday(state.items, isFrozen)) {
    after[person] = { turns: (after[person]?.turns ?? 0) + 1, last: state.startsAt };
  }
  return after;
}

/**
 * X3: who would be next in this hot seat, among `people` in ring order; null when nobody is there. Free seats that stand
 * before it on the agenda are thought of as taken by whom they are suggested to.
 */
export function nextInSeat(state: Meeting, people: readonly string[], item: string): string | null {
  const today = turnsOfToday(state.items, () => true);
  const seatOf = ({ id, run }: AgendaItem) => run?.seat ?? id;
  const here = state.items.find(({ id }) => id === item);
  const free = listedItems(state.items).filter(
    (one) => one.itemKind === 'hot-seat' && !isFrozen(one) && focusOf(state.items, one) === null,
  );
  for (const seat of new Set(free.map(seatOf))) {
    if (here && seat === seatOf(here)) break;
    const person = leastTurns(state, people, today);
    if (person !== null) today.push(person);
  }
  return leastTurns(state, people, today);
}

function leastTurns({ seats }: Meeting, people: readonly string[], today: readonly string[]): string | null {
  const turns = (person: string) =>
    (seats[person]?.turns ?? 0) + today.filter((one) => one === person).length;
  const last = (person: string) =>
    today.includes(person) ? Number.MAX_SAFE_INTEGER : (seats[person]?.last ?? 0);
  const ranked = [...people].sort((a, b) => turns(a) - turns(b) || last(a) - last(b));
  return ranked[0] ?? null;
}

/** Who has a hot seat in this meeting, once for each challenge. */
function turnsOfToday(items: readonly AgendaItem[], counts: (item: AgendaItem) => boolean): string[] {
  const seats = new Map<string, string>();
  for (const item of listedItems(items)) {
    const person = item.itemKind === 'hot-seat' && counts(item) ? focusOf(items, item) : null;
    if (person !== null) seats.set(`${item.run?.seat ?? item.id} ${person}`, person);
  }
  return [...seats.values()];
}
