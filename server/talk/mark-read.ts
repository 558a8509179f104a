import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findReadMark, moveReadMark } from '#db/read-mark.ts';
import type { House } from '../house.ts';

/** Remembers up to where a member has read a room, and tells all their devices at once. */
export async function markRead(
  house: House,
  person: string,
  { room, version }: { room: string; version: number },
): Promise<{ version: number } | Refusal> {
  const moved = await moveReadMark(house.db, { person, room, version, at: new Date(house.now()) });
  const mark = await findReadMark(house.db, person, room);
  if (!mark) return refuse('not-found');
  if (moved) house.tellPeople([person], { room, version: mark.version });
  return { version: mark.version };
}
