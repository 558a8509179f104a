import { deleteOffers } from '#db/offer.ts';
import type { House } from '../house.ts';

/** Takes one's own offer away; once more changes nothing. */
export async function removeOffer(house: House, actorId: string, offerId: string): Promise<void> {
  await deleteOffers(house.db, actorId, offerId);
}
