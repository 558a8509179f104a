import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { deleteAsks } from '#db/ask.ts';
import { deleteOffers } from '#db/offer.ts';
import { deleteLinks } from '#db/one-time-link.ts';
import { deleteOrganizer, holdOrganizers } from '#db/organizer.ts';
import { anonymise } from '#db/person.ts';
import { deleteSessions } from '#db/session.ts';
import { afterDeparture } from '../circles/after-departure.ts';
import { endAllMemberships } from '../circles/end-all-memberships.ts';
import type { House } from '../house.ts';
import { provePassword } from './prove-password.ts';

/**
 * Closes one's own account. The person leaves every circle, and name, address, profile, offers and asks are gone; what
 * they said in a circle stays there as the words of a "Former member". The last organizer has to hand on first,
 * or nobody could ever look after the installation again.
 */
export async function closeAccount(
  house: House,
  actorId: string,
  { password, address }: { password: string; address: string },
): Promise<{ closed: true } | Refusal> {
  const person = await provePassword(house, actorId, { password, address, field: 'password' });
  if ('refused' in person) return person;

  const left = await house.db.transaction().execute(async (tx) => {
    const organizers = await holdOrganizers(tx);
    if (organizers.length === 1 && organizers[0] === actorId) return null;

    const memberships = await endAllMemberships(house, tx, actorId, 'closed-account');
    await deleteOrganizer(tx, actorId);
    await deleteOffers(tx, actorId);
    await deleteAsks(tx, actorId);
    await deleteLinks(tx, actorId);
    await anonymise(tx, actorId, new Date(house.now()));
    await deleteSessions(tx, actorId);
    return memberships;
  });
  if (!left)
    return refuse('not-allowed', {
      message:
        'You are the only organizer of this Rondo. Make somebody else one first, on the organizer’s page.',
    });

  house.cut({ person: actorId });
  for (const circleId of left.circleIds) await afterDeparture(house, { circleId, personId: actorId });
  return { closed: true };
}
