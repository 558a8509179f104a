import { type Ask, askFault } from '#app/domain/people/offers-and-asks.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { insertAsk, listAsks, updateAsk } from '#db/ask.ts';
import { holdPerson } from '#db/membership.ts';
import { listOffers } from '#db/offer.ts';
import type { House } from '../house.ts';

/** Adds an ask, or changes the one with this id. One after the other for each person, so that the count holds. */
export async function putAsk(house: House, actorId: string, ask: Ask): Promise<{ put: true } | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    if (!(await holdPerson(tx, actorId, 'closing'))) return refuse('not-found');

    const mine = await listAsks(tx, [actorId]);
    const others = mine.filter((other) => other.id !== ask.id);
    const fault = askFault(ask, others, await listOffers(tx, [actorId]));
    if (fault) return refuse('limit-reached', { field: 'topic', message: fault });

    const { id, topic, priority, least_level } = ask;
    const row = { id, person_id: actorId, topic, priority, least_level };
    const isStored = others.length < mine.length ? await updateAsk(tx, row) : await insertAsk(tx, row);
    return isStored ? { put: true as const } : refuse('not-found');
  });
}
