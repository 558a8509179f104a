import { type Offer, offerFault } from '#app/domain/people/offers-and-asks.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { listAsks } from '#db/ask.ts';
import { holdPerson } from '#db/membership.ts';
import { insertOffer, listOffers, updateOffer } from '#db/offer.ts';
import type { House } from '../house.ts';

/** Adds an offer, or changes the one with this id. One after the other for each person, so that the count holds. */
export async function putOffer(
  house: House,
  actorId: string,
  offer: Offer,
): Promise<{ put: true } | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    if (!(await holdPerson(tx, actorId, 'closing'))) return refuse('not-found');

    const mine = await listOffers(tx, [actorId]);
    const others = mine.filter((other) => other.id !== offer.id);
    const fault = offerFault(offer, others, await listAsks(tx, [actorId]));
    if (fault) return refuse('limit-reached', { field: 'topic', message: fault });

    const row = { id: offer.id, person_id: actorId, topic: offer.topic, level: offer.level };
    const isStored = others.length < mine.length ? await updateOffer(tx, row) : await insertOffer(tx, row);
    return isStored ? { put: true as const } : refuse('not-found');
  });
}
