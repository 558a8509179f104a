/**
 * An invitation link: for one circle, for a time, for a number of people.
 *
 * R1 A link lives 1, 7 or 14 days.
 * R2 A link lets 1 to 20 people in, each of them once.
 * R3 A revoked link is dead at once, whatever else is true of it; one that ran out of time or uses is spent.
 * R4 Nobody who was removed from the circle comes back by a link made before that.
 * Only its hash is stored: the link itself is seen once, right after it was made.
 */
export const lifetimes = [1, 7, 14] as const;
/** How long a link lives, in days. */
export type Lifetime = (typeof lifetimes)[number];

/** The most people one link lets in. */
export const mostUses = 20;

export type InvitationState = 'open' | 'expired' | 'used-up' | 'revoked';

/** Times are milliseconds since the epoch. */
export type InvitationFacts = {
  expiresAt: number;
  revokedAt: number | null;
  uses: number;
  mostUses: number;
};

/** What has become of a link by now (R3). The instant of expiry itself is too late. */
export function stateOf(invitation: InvitationFacts, now: number): InvitationState {
  if (invitation.revokedAt !== null) return 'revoked';
  if (now >= invitation.expiresAt) return 'expired';
  if (invitation.uses >= invitation.mostUses) return 'used-up';
  return 'open';
}

/** What a link has to do with one person: times in milliseconds, `removedAt` null for never. */
export type Visitor = { hasUsed: boolean; removedAt: number | null };

/** What a link is to this person by now: used up by them means used up (R2), and R4. */
export function stateFor(
  invitation: InvitationFacts & { madeAt: number },
  visitor: Visitor,
  now: number,
): InvitationState {
  if (visitor.removedAt !== null && visitor.removedAt >= invitation.madeAt) return 'revoked'; // R4
  const state = stateOf(invitation, now);
  return state === 'open' && visitor.hasUsed ? 'used-up' : state; // R2
}

/** When a link made now ends: milliseconds since the epoch (R1). */
export function expiryOf(now: number, days: Lifetime): number {
  return now + days * 86_400_000;
}
