import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayRemove, rulesOf } from '#app/domain/circle/rules.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import type { House } from '../house.ts';
import { afterDeparture } from './after-departure.ts';
import { endOneMembership } from './end-membership.ts';
import { withCircle } from './with-circle.ts';

/**
 * Removes a member, if the circle's rules let this person do so. From then on the removed person sees nothing of
 * the circle, and no link made before lets them in again.
 */
export async function removeMember(
  house: House,
  actorId: string,
  { circleId, personId }: { circleId: string; personId: string },
): Promise<{ removed: true } | Refusal> {
  const answer = await withCircle(house, actorId, circleId, async ({ tx, circle, standing }) => {
    if (!standing.memberIds.includes(personId)) return refuse('not-found');
    if (personId === actorId) return refuse('not-allowed', { message: 'To go yourself, leave the circle.' });
    if (!mayRemove(rulesOf(circle), standing, personId))
      return refuse('not-allowed', { message: refusalInWords('remove') });

    await endOneMembership(house, tx, circleId, personId, 'removed');
    return { removed: true as const };
  });

  if (!isRefusal(answer)) await afterDeparture(house, { circleId, personId });
  return answer;
}
