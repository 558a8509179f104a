import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { mayArrange, rulesOf } from '#app/domain/circle/rules.ts';
import { largestCircle, sizeFits, smallestCircle } from '#app/domain/circle/size.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { updateCircle } from '#db/circle.ts';
import type { House } from '../house.ts';
import { withCircle } from './with-circle.ts';

/** Changes how many the circle has room for and the time zone its seasons are planned in. */
export async function arrangeCircle(
  house: House,
  actorId: string,
  { circleId, sizeLimit, timeZone }: { circleId: string; sizeLimit: number; timeZone: string },
): Promise<{ changed: true } | Refusal> {
  return withCircle(house, actorId, circleId, async ({ tx, circle, standing }) => {
    if (!mayArrange(rulesOf(circle), standing))
      return refuse('not-allowed', { message: refusalInWords('plan') });

    const members = standing.memberIds.length;
    if (!sizeFits(sizeLimit, members)) {
      const least = Math.max(smallestCircle, members);
      const message = `Please choose ${least} to ${largestCircle}: you are ${members} now.`;
      return refuse('bad-input', { field: 'sizeLimit', message });
    }

    await updateCircle(tx, circleId, { size_limit: sizeLimit, time_zone: timeZone });
    return { changed: true as const };
  });
}
