import type { Kysely, Selectable } from 'kysely';
import { type InvitationState, stateFor } from '#app/domain/circle/invitation.ts';
import { hasUsed } from '#db/invitation.ts';
import { findRemoval } from '#db/membership.ts';
import type { DB, Invitation } from '#db/schema.ts';

/** What a link is by now, to this person or, with null, to a visitor nobody knows. `now` in milliseconds. */
export async function judgeInvitation(
  db: Kysely<DB>,
  invitation: Selectable<Invitation>,
  personId: string | null,
  now: number,
): Promise<InvitationState> {
  const used = personId !== null && (await hasUsed(db, invitation.id, personId));
  const removal = personId === null ? null : await findRemoval(db, invitation.circle_id, personId);
  const facts = {
    madeAt: invitation.created_at.getTime(),
    expiresAt: invitation.expires_at.getTime(),
    revokedAt: invitation.revoked_at?.getTime() ?? null,
    uses: invitation.uses,
    mostUses: invitation.most_uses,
  };
  return stateFor(facts, { hasUsed: used, removedAt: removal?.getTime() ?? null }, now);
}
