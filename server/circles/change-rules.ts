import { type CircleRules, mayChangeRules, rulesOf } from '#app/domain/circle/rules.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { updateCircle } from '#db/circle.ts';
import type { House } from '../house.ts';
import { withCircle } from './with-circle.ts';

/** Changes who may invite, plan and remove. A rule is changed by whoever it lets act today. */
export async function changeRules(
  house: House,
  actorId: string,
  { circleId, rules }: { circleId: string; rules: CircleRules },
): Promise<{ changed: true } | Refusal> {
  return withCircle(house, actorId, circleId, async ({ tx, circle, standing }) => {
    if (!mayChangeRules(rulesOf(circle), rules, standing))
      return refuse('not-allowed', {
        message:
          'A rule can be changed by someone it lets act today. Ask the facilitator of the next meeting.',
      });

    const { invite, plan, remove } = rules;
    await updateCircle(tx, circleId, { invite_rule: invite, plan_rule: plan, remove_rule: remove });
    return { changed: true as const };
  });
}
