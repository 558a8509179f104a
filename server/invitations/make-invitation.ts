import { expiryOf, type Lifetime } from '#app/domain/circle/invitation.ts';
import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findInvitation, insertInvitation } from '#db/invitation.ts';
import { withCircle } from '../circles/with-circle.ts';
import type { House } from '../house.ts';
import { tokenHash } from './token-hash.ts';

/**
 * `id` and `token` (`house.newToken()`) are made with the form: the same form sent twice, or a page loaded again,
 * makes one link and shows the same one. Only the token's hash is stored.
 */
export type NewInvitation = {
  id: string;
  token: string;
  circleId: string;
  days: Lifetime;
  mostUses: number;
};

/** Makes an invitation link, if the circle's rules let this person invite. Answers the link, to be shown once. */
export async function makeInvitation(
  house: House,
  actorId: string,
  { id, token, circleId, days, mostUses }: NewInvitation,
): Promise<{ link: string; expiresAt: Date; mostUses: number } | Refusal> {
  return withCircle(house, actorId, circleId, async ({ tx, circle, standing }) => {
    if (!mayDo(rulesOf(circle), 'invite', standing))
      return refuse('not-allowed', { message: refusalInWords('invite') });

    const isNew = await insertInvitation(tx, {
      id,
      circle_id: circleId,
      token_hash: tokenHash(token),
      made_by: actorId,
      created_at: new Date(house.now()),
      expires_at: new Date(expiryOf(house.now(), days)),
      most_uses: mostUses,
    });
    const stored = await findInvitation(tx, circleId, id);
    if (!isNew && (stored?.token_hash !== tokenHash(token) || stored.made_by !== actorId))
      return refuse('command-id-taken');

    const expiresAt = stored?.expires_at ?? new Date(expiryOf(house.now(), days));
    return { link: linkOf(house, token), expiresAt, mostUses: stored?.most_uses ?? mostUses };
  });
}

function linkOf(house: House, token: string): string {
  return new URL(`/invitation/${token}`, house.settings.origin).href;
}
