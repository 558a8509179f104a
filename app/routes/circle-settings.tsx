import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayArrange, mayDo, ruleChoices, rulesOf } from '#app/domain/circle/rules.ts';
import { largestCircle, smallestCircle } from '#app/domain/circle/size.ts';
import { timeZones } from '#app/domain/people/time-zone.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { choice, line, text, timeZone, wholeNumber } from '#app/http/fields.ts';
import { factsOf } from '#app/screens/circle/circle-model.ts';
import { CircleSettings } from '#app/screens/circle/settings.tsx';
import { arrangeCircle } from '#server/circles/arrange-circle.ts';
import { changeRules } from '#server/circles/change-rules.ts';
import { describeCircle } from '#server/circles/describe-circle.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { standingIn } from '#server/circles/standing.ts';

export const handle = { signedIn: 'text' };

export const meta: MetaFunction = () => [{ title: 'Circle settings · Rondo' }];

export const loader = read('circle.settings.read', async ({ house, asker, circle, url }) => {
  const standing = await standingIn(house.db, circle.id, asker.id, new Date(house.now()));
  const rules = rulesOf(circle);
  return {
    circle: { ...factsOf(circle), rules },
    members: standing.memberIds.length,
    mayArrange: mayArrange(rules, standing),
    mayChange: {
      invite: mayDo(rules, 'invite', standing),
      plan: mayDo(rules, 'plan', standing),
      remove: mayDo(rules, 'remove', standing),
    },
    timeZones,
    saved: url.searchParams.get('saved'),
  };
});

const descriptionForm = z.object({ name: line(80, 'Please give your circle a name.'), purpose: text(2000) });
const arrangementForm = z.object({ sizeLimit: wholeNumber(smallestCircle, largestCircle), timeZone });
const rule = choice(ruleChoices);
const rulesForm = z.object({ invite: rule, plan: rule, remove: rule });

export const action = act(
  intent('circle.describe', descriptionForm, async ({ house, asker, circle, form }) => {
    const changed = await describeCircle(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(changed) ? changed : saved(circle.id, 'circle.describe');
  }),
  intent('circle.arrange', arrangementForm, async ({ house, asker, circle, form }) => {
    const changed = await arrangeCircle(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(changed) ? changed : saved(circle.id, 'circle.arrange');
  }),
  intent('circle.rules', rulesForm, async ({ house, asker, circle, form }) => {
    const changed = await changeRules(house, asker.id, { circleId: circle.id, rules: form });
    return isRefusal(changed) ? changed : saved(circle.id, 'circle.rules');
  }),
  intent('circle.leave', z.object({}), async ({ house, asker, circle }) => {
    const left = await leaveCircle(house, asker.id, circle.id);
    return isRefusal(left) ? left : redirect('/today', 303);
  }),
);

function saved(circleId: string, what: string): Response {
  return redirect(`/circles/${circleId}/settings?${new URLSearchParams({ saved: what })}#${what}`, 303);
}

export default function CircleSettingsRoute() {
  return <CircleSettings {...useLoaderData<typeof loader>()} />;
}
