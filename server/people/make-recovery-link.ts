import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { holdPerson } from '#db/membership.ts';
import { upsertRecoveryLink } from '#db/one-time-link.ts';
import { findAccount } from '#db/person.ts';
import type { House } from '../house.ts';
import { tokenHash } from '../invitations/token-hash.ts';
import { asGroupOrganizer, asOrganizer } from './answers-for.ts';

const hour = 3_600_000;
const organizerLinkHours = 24;

/** `id` is made with the form; `groupId` says that a group's organizer is asking, as such. */
type WantedLink = { id: string; personId: string; groupId?: string };

/**
 * Makes a link with which somebody can choose a new password, to be handed over in person. It is shown once, works for
 * 24 hours, and the person sees on their account page who made it and when. The same form sent twice gives the
 * same one link, with the token that was shown last.
 *
 * Whoever makes a link could use it, so it opens no more than its maker answers for (`answers-for.ts`), now and when it is
 * used.
 */
export async function makeRecoveryLink(
  house: House,
  actorId: string,
  { id, personId, groupId }: WantedLink,
): Promise<{ url: string; name: string } | Refusal> {
  const token = house.newToken();
  const purpose = 'recover' as const;
  const link = { id, purpose, token_hash: tokenHash(token), person_id: personId, made_by: actorId };

  return house.db.transaction().execute(async (tx) => {
    // Held, so that nobody joins a circle elsewhere between the look and the link.
    await holdPerson(tx, personId, 'closing');
    const person = await findAccount(tx, personId);
    if (!person) return refuse('not-found');
    const refusal = groupId
      ? await asGroupOrganizer(tx, actorId, personId, groupId)
      : await asOrganizer(tx, actorId, personId);
    if (refusal) return refusal;

    const now = house.now();
    const times = { created_at: new Date(now), expires_at: new Date(now + organizerLinkHours * hour) };
    if (!(await upsertRecoveryLink(tx, { ...link, ...times }))) return refuse('already-done');
    return { url: `${house.settings.origin}/recover/${token}`, name: person.name };
  });
}
