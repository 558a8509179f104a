import { hasRoom } from '#app/domain/circle/size.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { lockCircle } from '#db/circle.ts';
import { findInvitationByHash, takeUse } from '#db/invitation.ts';
import { holdPerson, insertMembership, listMemberIds } from '#db/membership.ts';
import type { House } from '../house.ts';
import { afterMembershipChange } from '../rota/after-membership-change.ts';
import { judgeInvitation } from './judge-invitation.ts';
import { looksLikeToken, tokenHash } from './token-hash.ts';

/**
 * Joins the circle an invitation link leads to. Someone who is a member already changes nothing and uses nothing up.
 * Everyone who joins, leaves or revokes waits at the circle's row, so the seats and uses counted here are true.
 */
export async function redeemInvitation(
  house: House,
  actorId: string,
  token: string,
): Promise<{ circleId: string; joined: boolean } | Refusal> {
  if (!looksLikeToken(token)) return refuse('link-spent');
  const hash = tokenHash(token);

  const answer = await house.db.transaction().execute(async (tx) => {
    const link = await findInvitationByHash(tx, hash);
    if (!link || !(await holdPerson(tx, actorId, 'joining'))) return refuse('link-spent');
    const circle = await lockCircle(tx, link.circle_id);
    const invitation = await findInvitationByHash(tx, hash);
    if (!circle || !invitation) return refuse('link-spent');

    const memberIds = await listMemberIds(tx, circle.id);
    if (memberIds.includes(actorId)) return { circleId: circle.id, joined: false };
    const state = await judgeInvitation(tx, invitation, actorId, house.now());
    if (state !== 'open') return refuse('link-spent');
    if (!hasRoom(circle.size_limit, memberIds.length)) return refuse('circle-full');

    const at = new Date(house.now());
    const isTaken = await takeUse(tx, { invitationId: invitation.id, personId: actorId, at });
    if (!isTaken) return refuse('link-spent');
    await insertMembership(tx, { id: house.newId(), circleId: circle.id, personId: actorId, at });
    return { circleId: circle.id, joined: true };
  });

  if (!isRefusal(answer) && answer.joined) await afterMembershipChange(house, answer.circleId);
  return answer;
}
