import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { act, intent, read } from '#app/http/door.server.ts';
import { TodayPage } from '#app/screens/today/today-page.tsx';
import { listOpenActionItemsOf } from '#db/action-item.ts';
import { listGroupsOf } from '#db/group.ts';
import { listCirclesOf } from '#db/membership.ts';
import { setCaughtUpAt } from '#db/news.ts';
import { lookAtToday } from '#server/today/look-at-today.ts';

export const meta: MetaFunction = () => [{ title: 'Today · Rondo' }];

export const loader = read('today.read', async ({ house, asker }) => {
  const [today, actions, circles, groups] = await Promise.all([
    lookAtToday(house, asker.id),
    listOpenActionItemsOf(house.db, asker.id),
    listCirclesOf(house.db, asker.id),
    listGroupsOf(house.db, asker.id),
  ]);
  const first = asker.name.split(' ')[0] ?? asker.name;
  return {
    ...today,
    circles,
    groups,
    actions,
    name: first,
    commandId: house.newId(),
    reader: { zone: asker.time_zone, now: house.now() },
  };
});

/** The instant at which the page was made, in ms: what came later has not been seen. */
const seen = z.object({
  until: z
    .string()
    .regex(/^\d{13}$/)
    .transform(Number),
});

export const action = act(
  intent('today.catch-up', seen, async ({ house, asker, form }) => {
    await setCaughtUpAt(house.db, asker.id, new Date(Math.min(form.until, house.now())));
    return redirect('/today', 303);
  }),
);

export default function TodayRoute() {
  return <TodayPage {...useLoaderData<typeof loader>()} />;
}
