import { carriedItems } from '#app/domain/meeting/carry.ts';
import { findLastMeetingOver, findMeetingAfter } from '#db/meeting-turns.ts';
import type { House } from '../house.ts';
import { freshState } from './fresh-state.ts';
import { tellSeats } from './tell-seats.ts';

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

  const items = carriedItems(state);
  if (items.length === 0) return;

  await house.rooms.execute({
    room: next,
    actor: null,
    id: house.newId(),
    command: { kind: 'item.carry', items },
  });
}

/** For a circle that has just planned a meeting: what its last one left waiting. */
export async function carryOverWaiting(house: House, circle: string): Promise<void> {
  const last = await findLastMeetingOver(house.db, circle);
  if (last) await carryOver(house, last);
}
