import { seatsAfter } from '#app/domain/meeting/hot-seats.ts';
import { findMeetingAfter, findWaiting } from '#db/meeting-turns.ts';
import type { House } from '../house.ts';
import { freshState } from './fresh-state.ts';
import { tellSurely } from './tell-surely.ts';

/**
 * Tells the next planned meeting who has had the hot seat, up to and with a meeting that is over (X2). Doing it again
 * changes nothing.
 */
export async function tellSeats(house: House, meeting: string): Promise<void> {
  const next = await findMeetingAfter(house.db, meeting);
  if (next) await tell(house, { from: meeting, to: next });
}

/**
 * For a circle whose meetings were put into another order: the one that is next now hears it of the last one that was
 * held. A meeting that had been skipped before that knows nothing of it.
 */
export async function tellSeatsAgain(house: House, circle: string): Promise<void> {
  const turn = await findWaiting(house.db, circle);
  const last = turn?.waiting[0];
  if (turn && last) await tell(house, { from: last, to: turn.next });
}

async function tell(house: House, { from, to }: { from: string; to: string }): Promise<void> {
  const state = await freshState(house, from);
  const seats = state ? seatsAfter(state) : {};
  if (Object.keys(seats).length > 0) await tellSurely(house, to, { kind: 'seats.tell', seats });
}
