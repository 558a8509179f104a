import { listVersions } from '#db/room.ts';
import type { House } from '../house.ts';

/** Looks where the logs of these rooms stand, in one statement, and follows those that have moved on unheard. */
export async function lookForNews(
  house: Pick<House, 'db' | 'rooms'>,
  rooms: readonly string[],
): Promise<void> {
  if (rooms.length === 0) return;
  const versions = await listVersions(house.db, rooms);
  await Promise.all(versions.map(({ id, version }) => house.rooms.follow(id, version)));
}
