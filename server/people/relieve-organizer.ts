import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { deleteOrganizer, holdOrganizers } from '#db/organizer.ts';
import type { House } from '../house.ts';

/** Takes the office from an organizer, or gives up one's own. One organizer always remains. */
export async function relieveOrganizer(
  house: House,
  actorId: string,
  personId: string,
): Promise<{ relieved: true } | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    const organizers = await holdOrganizers(tx);
    if (!organizers.includes(actorId)) return refuse('not-found');

    if (!organizers.includes(personId)) return { relieved: true as const };
    if (organizers.length === 1)
      return refuse('not-allowed', {
        message: 'You are the only organizer. Make somebody else one before you go.',
      });

    await deleteOrganizer(tx, personId);
    return { relieved: true as const };
  });
}
