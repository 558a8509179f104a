import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findGroupFor } from '#db/group.ts';
import { holdPerson } from '#db/membership.ts';
import { upsertRecoveryLink } from '#db/one-time-link.ts';
import { isGroupOrganizer, isOrganizer } from '#db/organizer.ts';
import { findAccount, isOnlyInGroup } from '#db/person.ts';
import type { DB } from '#db/schema.ts';
import type { House } from '../house.ts';
import { tokenHash } from '../invitations/token-hash.ts';

const hour = 3_600_000;
const organizerLinkHours = 24;

/** `id` is made with the form; `groupId` says that a group's organizer is asking, as such. */
type WantedLink = { id: string; personId: string; groupId?: string };

/**
 * Makes a link with which somebody can choose a new password, to be handed over in person. It is shown once, works for
 * 24 hours, and the person sees on their account page who made it and when. The same form sent twice gives the
 * same one link, with the token that was shown last.
 *
 * Whoever makes a link could use it, so it opens no more than its maker answers for already:
 * - an organizer of the installation makes it for anyone but organizers, who are each other's check: whoever lost
 *   access is first relieved of the office by another, which everyone can see. Nor for oneself: an unlocked
 *   screen must not be enough to replace a password that the account page asks for;
 * - a group's organizer makes it only for people all of whose circles are in that group, and not for organizers.
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

async function asOrganizer(db: Kysely<DB>, actorId: string, personId: string): Promise<Refusal | null> {
  if (!(await isOrganizer(db, actorId))) return refuse('not-found');
  if (actorId === personId)
    return refuse('not-allowed', { message: 'You can change your own password on your account page.' });
  if (await isOrganizer(db, personId))
    return refuse('not-allowed', {
      message:
        'Nobody can make a link for an organizer. Take the office from them first; they will see that.',
    });
  return null;
}

async function asGroupOrganizer(db: Kysely<DB>, actorId: string, personId: string, groupId: string) {
  if (!(await findGroupFor(db, actorId, groupId))) return refuse('not-found');
  if (!(await isOnlyInGroup(db, personId, groupId)))
    return refuse('not-allowed', {
      message:
        'This person is also in a circle outside your group. An organizer of this Rondo can help them.',
    });
  if ((await isOrganizer(db, personId)) || (await isGroupOrganizer(db, personId)))
    return refuse('not-allowed', {
      message: 'This person is an organizer. An organizer of this Rondo can help them.',
    });
  return null;
}
