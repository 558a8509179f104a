// After a run's last fault: until nothing is under way any more.
import type { Place } from './place.ts';
import type { World } from './world.ts';

type Scene = { rooms: string[]; places: Place[]; gone: ReadonlySet<string> };

/** After how many ms everything was at rest, or null; and where the logs of the rooms stood when we looked last. */
export type Rest = { ms: number | null; heads: Map<string, number> };

/** Until everybody is where the log is, with nothing left to send, and has stayed there for a moment. */
export async function comeToRest(world: World, scene: Scene, patience: number): Promise<Rest> {
  const began = performance.now();
  let resting: number | null = null;
  let heads = new Map<string, number>();
  while (performance.now() < began + 2 * patience) {
    heads = await headsOf(world, scene.rooms);
    if (!areAtRest(scene, heads)) resting = null;
    else resting ??= performance.now();
    if (resting !== null && performance.now() > resting + 100)
      return { ms: Math.round(resting - began), heads };
    await new Promise((resume) => setTimeout(resume, 15));
  }
  return { ms: null, heads };
}

/** Everybody is at the head of their log with the same notes; who has left knows it. */
function areAtRest({ places, gone }: Scene, heads: ReadonlyMap<string, number>): boolean {
  const staying = places.filter(({ person }) => !gone.has(person));
  const extents = new Set(staying.flatMap((place) => place.tab().notes?.extent() ?? []));
  return (
    extents.size <= 1 &&
    staying.every((place) => isAtRest(place, heads.get(place.room))) &&
    places.filter((place) => !staying.includes(place)).every(isShut)
  );
}

const isShut = (place: Place) => place.tab().store.get().connection === 'cut';

function isAtRest(place: Place, head: number | undefined): boolean {
  const { store, notes } = place.tab();
  const { connection, meeting, pending } = store.get();
  const isSent = pending.every(({ progress }) => progress === 'refused');
  return connection === 'live' && meeting.version === head && isSent && (notes?.isSaved() ?? true);
}

/** Where the logs of these rooms stand. */
export async function headsOf({ database }: World, rooms: string[]): Promise<Map<string, number>> {
  const found = await database.connection.pool.query(
    'select id, version::float8 as version from room where id = any($1::uuid[])',
    [rooms],
  );
  return new Map(found.rows.map(({ id, version }) => [id, version]));
}
