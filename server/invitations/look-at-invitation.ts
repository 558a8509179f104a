import type { InvitationState } from '#app/domain/circle/invitation.ts';
import { type CircleRules, rulesOf } from '#app/domain/circle/rules.ts';
import { hasRoom } from '#app/domain/circle/size.ts';
import { findCircle } from '#db/circle.ts';
import { findInvitationByHash } from '#db/invitation.ts';
import { listMembers } from '#db/membership.ts';
import type { House } from '../house.ts';
import { judgeInvitation } from './judge-invitation.ts';
import { looksLikeToken, tokenHash } from './token-hash.ts';

/** What a link shows to whoever holds it, before they join; of a link that is not open, only why. */
export type InvitationView =
  | { state: Exclude<InvitationState, 'open'> | 'unknown' }
  | { state: 'member'; circleId: string }
  | {
      state: 'open';
      circle: { name: string; purpose: string; rules: CircleRules };
      inviter: string;
      members: number;
      isFull: boolean;
    };

/** Looks at a link without using it up. `visitorId` is null for someone who is not signed in. */
export async function lookAtInvitation(
  house: House,
  visitorId: string | null,
  token: string,
): Promise<InvitationView> {
  const invitation = looksLikeToken(token) ? await findInvitationByHash(house.db, tokenHash(token)) : null;
  const circle = invitation && (await findCircle(house.db, invitation.circle_id));
  if (!invitation || !circle) return { state: 'unknown' };
  const members = await listMembers(house.db, circle.id);
  if (members.some((member) => member.person_id === visitorId))
    return { state: 'member', circleId: circle.id };

  const state = await judgeInvitation(house.db, invitation, visitorId, house.now());
  if (state !== 'open') return { state };
  const inviter = members.find((member) => member.person_id === invitation.made_by);
  return {
    state,
    circle: { name: circle.name, purpose: circle.purpose, rules: rulesOf(circle) },
    inviter: inviter?.name ?? 'A member',
    members: members.length,
    isFull: !hasRoom(circle.size_limit, members.length),
  };
}
