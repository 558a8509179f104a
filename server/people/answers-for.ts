/**
 * For whose access somebody answers, so that a link they make to it opens nothing they could not open already:
 * - an organizer of the installation for anyone but organizers, who are each other's check: whoever lost
 *   access is first relieved of the office by another, which everyone can see. Nor for oneself: an unlocked
 *   screen must not be enough to replace a password that the account page asks for;
 * - a group's organizer only for people all of whose circles are in that group, and not for organizers.
 */
import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findGroupFor, listGroupsOf } from '#db/group.ts';
import { isGroupOrganizer, isOrganizer } from '#db/organizer.ts';
import { isOnlyInGroup } from '#db/person.ts';
import type { DB } from '#db/schema.ts';

/** What an organizer of the installation may not, or null. */
export async function asOrganizer(
  db: Kysely<DB>,
  actorId: string,
  personId: string,
): Promise<Refusal | null> {
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

/** What a group's organizer may not, as such, or null. */
export async function asGroupOrganizer(
  db: Kysely<DB>,
  actorId: string,
  personId: string,
  groupId: string,
): Promise<Refusal | null> {
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

/** Whether a link that `maker` made for this person is still worth something; null: nobody's, so it was not handed out. */
export async function answersFor(db: Kysely<DB>, maker: string | null, personId: string): Promise<boolean> {
  if (maker === null || (await asOrganizer(db, maker, personId)) === null) return true;
  for (const { id } of await listGroupsOf(db, maker))
    if ((await asGroupOrganizer(db, maker, personId, id)) === null) return true;
  return false;
}
