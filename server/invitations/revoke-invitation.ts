import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findInvitation, revokeInvitation as storeRevocation } from '#db/invitation.ts';
import { withCircle } from '../circles/with-circle.ts';
import type { House } from '../house.ts';

/** Revokes a link. Whoever may invite may do so, and everybody their own links. Revoking twice changes nothing. */
export async function revokeInvitation(
  house: House,
  actorId: string,
  { circleId, invitationId }: { circleId: string; invitationId: string },
): Promise<{ revoked: true } | Refusal> {
  return withCircle(house, actorId, circleId, async ({ tx, circle, standing }) => {
    const invitation = await findInvitation(tx, circleId, invitationId);
    if (!invitation) return refuse('not-found');
    if (invitation.made_by !== actorId && !mayDo(rulesOf(circle), 'invite', standing))
      return refuse('not-allowed', { message: refusalInWords('invite') });

    await storeRevocation(tx, circleId, invitationId, new Date(house.now()));
    return { revoked: true as const };
  });
}
