import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { timeZones } from '#app/domain/people/time-zone.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { choice, email, line, newPassword, timeZone, uuid } from '#app/http/fields.ts';
import { fromWhere } from '#app/http/from.ts';
import { Welcome } from '#app/screens/welcome/welcome.tsx';
import { isSetUp } from '#db/installation.ts';
import { sessionCookie } from '#server/auth/start-session.ts';
import { setUp } from '#server/people/set-up.ts';

export const meta: MetaFunction = () => [{ title: 'Welcome to Rondo' }];

export const loader = read('welcome.read', async ({ house }) => {
  if (await isSetUp(house.db)) throw redirect('/sign-in');
  return { id: house.newId(), timeZones };
});

const schema = z.object({
  id: uuid,
  name: line(80, 'Please tell us your name.'),
  email,
  password: newPassword,
  timeZone,
  start: choice(['circle', 'group']),
});

export const action = act(
  intent('welcome.set-up', schema, async ({ form: { start, ...account }, house, request, address }) => {
    const first = await setUp(house, { ...account, ...fromWhere({ request, address }) });
    if (isRefusal(first)) return first;

    const headers = { 'set-cookie': sessionCookie(house, first.token) };
    return redirect(start === 'group' ? '/groups/new' : '/circles/new', { status: 303, headers });
  }),
);

export default function WelcomeRoute() {
  return <Welcome {...useLoaderData<typeof loader>()} />;
}
