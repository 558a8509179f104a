// After a run's last fault: until nothing is under way any more.
import type { Place } from './place.ts';
import type { World } from './world.ts';

type Scene = { rooms: string[]; places: Place[]; gone: ReadonlySet<string> };

/** Until everybody is where the log is, with nothing left to send: after how many ms that was, or null. */
export async function comeToRest(
  world: World,
  { rooms, places, gone }: Scene,
  patience: number,
): Promise<number | null> {
  const began = performance.now();
  let resting: number | null = null;
  while (performance.now() < began + 2 * patience) {
    const heads = await headsOf(world, rooms);
    const isResting = (place: Place) =>
      gone.has(place.person) ? isShut(place) : isAtRest(place, heads.get(place.room));
    if (!places.every(isResting)) resting = null;
    else resting ??= performance.now();
    if (resting !== null && performance.now() > resting + 100) return Math.round(resting - began);
    await new Promise((resume) => setTimeout(resume, 15));
  }
  return null;
}

/** Who has left knows it. */
const isShut = (place: Place) => place.tab().store.get().connection === 'cut';

function isAtRest(place: Place, head: number | undefined): boolean {
  const { connection, meeting, pending } = place.tab().store.get();
  const isSent = pending.every(({ progress }) => progress === 'refused');
  return connection === 'live' && meeting.version === head && isSent;
}

/** Where the logs of these rooms stand. */
export async function headsOf({ database }: World, rooms: string[]): Promise<Map<string, number>> {
  const found = await database.connection.pool.query(
    'select id, version::float8 as version from room where id = any($1::uuid[])',
    [rooms],
  );
  return new Map(found.rows.map(({ id, version }) => [id, version]));
}
