import type { Insertable, Kysely, Selectable } from 'kysely';
import type { DB, Invitation } from './schema.ts';

/** Stores a new link. Answers false when one with this id stands already: the form was sent twice. */
export async function insertInvitation(db: Kysely<DB>, invitation: Insertable<Invitation>): Promise<boolean> {
  const result = await db
    .insertInto('invitation')
    .values(invitation)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A link of this circle, or null. */
export async function findInvitation(
  db: Kysely<DB>,
  circleId: string,
  invitationId: string,
): Promise<Selectable<Invitation> | null> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('circle_id', '=', circleId)
    .where('id', '=', invitationId)
    .executeTakeFirst();
  return row ?? null;
}

/** The link with this token's hash, whatever its state, or null. */
export async function findInvitationByHash(
  db: Kysely<DB>,
  tokenHash: string,
): Promise<Selectable<Invitation> | null> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** A link as the circle sees it: who made it, and who came by it. */
export type ListedInvitation = Omit<Selectable<Invitation>, 'token_hash'> & {
  maker: string | null;
  usedBy: { personId: string; name: string; usedAt: Date }[];
};

/** The links made in this circle since `since`, the newest first. */
export async function listInvitations(
  db: Kysely<DB>,
  circleId: string,
  since: Date,
): Promise<ListedInvitation[]> {
  const links = await db
    .selectFrom('invitation')
    .leftJoin('person', 'person.id', 'invitation.made_by')
    .select(['invitation.id', 'invitation.circle_id', 'made_by', 'invitation.created_at', 'expires_at'])
    .select(['most_uses', 'uses', 'revoked_at', 'person.name as maker'])
    .where('circle_id', '=', circleId)
    .where('invitation.created_at', '>=', since)
    .orderBy('invitation.created_at', 'desc')
    .execute();
  const uses = await listUses(db, circleId);
  return links.map((link) => ({
    ...link,
    usedBy: uses.filter((use) => use.invitation_id === link.id).map(({ invitation_id: _, ...use }) => use),
  }));
}

async function listUses(db: Kysely<DB>, circleId: string) {
  return db
    .selectFrom('invitation_use')
    .innerJoin('invitation', 'invitation.id', 'invitation_use.invitation_id')
    .innerJoin('person', 'person.id', 'invitation_use.person_id')
    .select(['invitation_id', 'person.id as personId', 'person.name', 'used_at as usedAt'])
    .where('invitation.circle_id', '=', circleId)
    .orderBy('used_at')
    .execute();
}

/** Whether this person has come by this link before. */
export async function hasUsed(db: Kysely<DB>, invitationId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitation_use')
    .select('person_id')
    .where('invitation_id', '=', invitationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes one use of a link and records who took it. One statement tests and counts, so however many come at once,
 * no more get in than the link allows. Answers false when it is revoked, expired or used up.
 */
export async function takeUse(
  db: Kysely<DB>,
  use: { invitationId: string; personId: string; at: Date },
): Promise<boolean> {
  const taken = await db
    .updateTable('invitation')
    .set((set) => ({ uses: set('uses', '+', 1) }))
    .where('id', '=', use.invitationId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', use.at)
    .whereRef('uses', '<', 'most_uses')
    .returning('id')
    .executeTakeFirst();
  if (!taken) return false;
  await db
    .insertInto('invitation_use')
    .values({ invitation_id: use.invitationId, person_id: use.personId, used_at: use.at })
    .execute();
  return true;
}

/** Revokes a link of this circle; one that is revoked already stays as it is. False when there is no such link. */
export async function revokeInvitation(
  db: Kysely<DB>,
  circleId: string,
  invitationId: string,
  at: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('invitation')
    .set((set) => ({ revoked_at: set.fn.coalesce('revoked_at', set.val(at)) }))
    .where('circle_id', '=', circleId)
    .where('id', '=', invitationId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Revokes every link this person made in this circle. */
export async function revokeInvitationsBy(
  db: Kysely<DB>,
  circleId: string,
  personId: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('circle_id', '=', circleId)
    .where('made_by', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
}
