import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { holdPerson } from '#db/membership.ts';
import { insertOrganizer, isOrganizer } from '#db/organizer.ts';
import { findAccount } from '#db/person.ts';
import type { House } from '../house.ts';

/** Lets somebody else look after the installation too. Somebody who never signed in cannot. */
export async function appointOrganizer(
  house: House,
  actorId: string,
  personId: string,
): Promise<{ appointed: true } | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    if (!(await isOrganizer(tx, actorId))) return refuse('not-found');

    await holdPerson(tx, personId, 'joining');
    const person = await findAccount(tx, personId);
    if (!person?.password_hash) return refuse('not-found');

    await insertOrganizer(tx, personId, new Date(house.now()));
    return { appointed: true as const };
  });
}
