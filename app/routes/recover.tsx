import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { act, intent, read } from '#app/http/door.server.ts';
import { email } from '#app/http/fields.ts';
import { expectSetUp } from '#app/http/set-up.server.ts';
import { Recover } from '#app/screens/people/recover.tsx';
import { askRecovery } from '#server/people/ask-recovery.ts';

export const meta: MetaFunction = () => [{ title: 'Recover access · Rondo' }];

export const loader = read('recover.read', async ({ house, url }) => {
  await expectSetUp(house);
  return { byMail: house.settings.mail !== undefined, asked: url.searchParams.has('asked') };
});

export const action = act(
  intent('recover.ask', z.object({ email }), async ({ form, house }) => {
    await askRecovery(house, form.email);
    return redirect('/recover?asked', 303);
  }),
);

export default function RecoverRoute() {
  return <Recover {...useLoaderData<typeof loader>()} />;
}
