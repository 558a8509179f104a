import { ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import { lockCircle } from '#db/circle.ts';
import { listCirclesWithMeetings, listMeetings, setMeetingTime } from '#db/meeting.ts';
import { eachByItself } from '../each-by-itself.ts';
import type { House } from '../house.ts';
import { replanCircle } from '../rota/replan-circle.ts';
import { resolveTime } from '../seasons/judge-time.ts';

/**
 * Brings every meeting that is not over in order: its instant by today's rules for its zone, its facilitator, its
 * log. For start-up, after a crash may have come between rows and logs, and from time to time after that.
 */
export async function settleAll(house: House): Promise<void> {
  await eachByItself(await listCirclesWithMeetings(house.db), async (circleId) => {
    await resolveAgain(house, circleId);
    await replanCircle(house, circleId);
    await forgetQuietRooms(house, circleId);
  });
}

/** Rooms where nobody can be yet make place in memory for those where somebody is. */
async function forgetQuietRooms(house: House, circleId: string): Promise<void> {
  for (const row of await listMeetings(house.db, circleId)) {
    const isQuiet = row.starts_at.getTime() - ROOM_OPENS_BEFORE > house.now();
    if (row.status === 'planned' && isQuiet) house.rooms.forget(row.id);
  }
}

/** A country may change its clocks after a meeting was planned: what was agreed on is the local time. */
async function resolveAgain(house: House, circleId: string): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    await lockCircle(tx, circleId);
    for (const row of await listMeetings(tx, circleId)) {
      const time = resolveTime({
        localDate: row.local_date,
        localTime: row.local_time,
        timeZone: row.time_zone,
        lengthMinutes: row.length_minutes,
      });
      const isMoved = time.startsAt !== row.starts_at.getTime();
      if (row.status === 'planned' && isMoved) await setMeetingTime(tx, row.id, time, 'planned');
    }
  });
}
