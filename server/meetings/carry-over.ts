import { carriedItems } from '#app/domain/meeting/carry.ts';
import type { CarriedItem } from '#app/domain/meeting/commands.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { findMeetingAfter, findWaiting } from '#db/meeting-turns.ts';
import type { House } from '../house.ts';
import { freshState } from './fresh-state.ts';
import { tellSeats, tellSeatsAgain } from './tell-seats.ts';
import { tellSurely } from './tell-surely.ts';

/**
 * Puts what a closed or skipped meeting did not reach on the next planned agenda, and tells it who has had the hot seat. Doing it again changes nothing: an
 * item keeps its id, and an agenda takes an id once. Without a next meeting it is done when one is planned.
 */
export async function carryOver(house: House, meeting: string): Promise<void> {
  const state = await freshState(house, meeting);
  const isOver = state?.status === 'closed' || state?.status === 'skipped';
  const next = isOver ? await findMeetingAfter(house.db, meeting) : null;
  if (!state || !next) return;
  await tellSeats(house, meeting);
  await put(house, next, carriedItems(state));
}

/** For a circle that has just planned a meeting: what its last one left waiting, and those that were skipped since. */
export async function carryOverWaiting(house: House, circle: string): Promise<void> {
  const turn = await findWaiting(house.db, circle);
  if (!turn) return;
  await tellSeatsAgain(house, circle);
  const waiting = await statesOf(house, turn.waiting);
  const after = await statesOf(house, turn.after);
  const items = waiting.flatMap((state, index) => {
    // H6: what has been on a later agenda goes on from there, or was withdrawn there, unless it came back.
    const theirs = [...waiting.slice(index + 1), ...after].flatMap(({ items }) => items);
    const later = new Set(theirs.filter(({ recalled }) => !recalled).map(({ id }) => id));
    return carriedItems(state).filter(({ item }) => !later.has(item));
  });
  await put(house, turn.next, items);
}

async function statesOf(house: House, meetings: readonly string[]): Promise<MeetingState[]> {
  const found = await Promise.all(meetings.map((meeting) => freshState(house, meeting)));
  return found.filter((state) => state !== null);
}

async function put(house: House, room: string, items: CarriedItem[]): Promise<void> {
  if (items.length > 0) await tellSurely(house, room, { kind: 'item.carry', items });
}
