import { deleteAsks } from '#db/ask.ts';
import type { House } from '../house.ts';

/** Takes one's own ask away; once more changes nothing. */
export async function removeAsk(house: House, actorId: string, askId: string): Promise<void> {
  await deleteAsks(house.db, actorId, askId);
}
