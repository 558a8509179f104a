import { seatsAfter } from '#app/domain/meeting/hot-seats.ts';
import { findLastMeetingOver, findMeetingAfter } from '#db/meeting-turns.ts';
import type { House } from '../house.ts';
import { freshState } from './fresh-state.ts';

/**
 * Tells the next planned meeting who has had the hot seat, up to and with a meeting that is over (X2). Doing it again
 * changes nothing.
 */
export async function tellSeats(house: House, meeting: string): Promise<void> {
  const state = await freshState(house, meeting);
  const next = state ? await findMeetingAfter(house.db, meeting) : null;
  if (!state || !next) return;

  const seats = seatsAfter(state);
  if (Object.keys(seats).length === 0) return;

  await house.rooms.execute({
    room: next,
    actor: null,
    id: house.newId(),
    command: { kind: 'seats.tell', seats },
  });
}

/** For a circle whose meetings were put into another order: the one that is next now. */
export async function tellSeatsAgain(house: House, circle: string): Promise<void> {
  const last = await findLastMeetingOver(house.db, circle);
  if (last) await tellSeats(house, last);
}
