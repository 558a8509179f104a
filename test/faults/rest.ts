// After a run's last fault: until nothing is under way any more.
import type { Place } from './place.ts';
import type { World } from './world.ts';

/** Until everybody is where the log is, with nothing left to send: after how many ms that was, or null. */
export async function comeToRest(
  world: World,
  room: string,
  places: Place[],
  patience: number,
): Promise<number | null> {
  const began = performance.now();
  let resting: number | null = null;
  while (performance.now() < began + 2 * patience) {
    const head = await headOf(world, room);
    if (!places.every((place) => isAtRest(place, head))) resting = null;
    else resting ??= performance.now();
    if (resting !== null && performance.now() > resting + 100) return Math.round(resting - began);
    await new Promise((resume) => setTimeout(resume, 15));
  }
  return null;
}

function isAtRest(place: Place, head: number): boolean {
  const { connection, meeting, pending } = place.tab().store.get();
  const isSent = pending.every(({ progress }) => progress === 'refused');
  return connection === 'live' && meeting.version === head && isSent;
}

/** Where the room's log stands. */
export async function headOf({ database }: World, room: string): Promise<number> {
  const { rows } = await database.connection.pool.query('select version from room where id = $1', [room]);
  return rows[0].version;
}
