import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { act, intent, read } from '#app/http/door.server.ts';
import { TodayPage } from '#app/screens/today/today-page.tsx';
import { setCaughtUpAt } from '#db/news.ts';
import { lookAtToday } from '#server/today/look-at-today.ts';

export const meta: MetaFunction = () => [{ title: 'Today · Rondo' }];

export const loader = read('today.read', async ({ house, asker }) => {
  const first = asker.name.split(' ')[0] ?? asker.name;
  return {
    ...(await lookAtToday(house, asker.id)),
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
