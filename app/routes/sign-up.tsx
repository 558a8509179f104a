import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { timeZones } from '#app/domain/people/time-zone.ts';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { email, line, newPassword, timeZone, uuid } from '#app/http/fields.ts';
import { fromWhere } from '#app/http/from.ts';
import { expectSetUp } from '#app/http/set-up.server.ts';
import { SignUp, type SignUpWay } from '#app/screens/people/sign-up.tsx';
import { sessionCookie } from '#server/auth/start-session.ts';
import { requestAccount } from '#server/people/request-account.ts';
import { signUp } from '#server/people/sign-up.ts';

export const meta: MetaFunction = () => [{ title: 'Make an account · Rondo' }];

export const loader = read('sign-up.read', async ({ house, asker, url }) => {
  await expectSetUp(house);
  if (asker) throw redirect('/today');
  const { openSignUp, mail } = house.settings;
  const byMail = url.searchParams.has('sent') ? 'sent' : 'mail';
  const way: SignUpWay = !openSignUp ? 'closed' : mail ? byMail : 'here';
  return { way, id: house.newId(), timeZones };
});

const schema = z.object({
  id: uuid,
  name: line(80, 'Please tell us your name.'),
  email,
  password: newPassword.optional(),
  timeZone,
});

export const action = act(
  intent('sign-up', schema, async ({ form, house, request, address }) => {
    await expectSetUp(house);
    if (!house.settings.openSignUp)
      return refuse('not-allowed', { message: 'People join this Rondo by invitation.' });
    if (house.settings.mail) {
      await requestAccount(house, form);
      return redirect('/sign-up?sent', 303);
    }

    const { password = '' } = form;
    const made = await signUp(house, { ...form, password, ...fromWhere({ request, address }) });
    if (isRefusal(made)) return made;
    return redirect('/me', { status: 303, headers: { 'set-cookie': sessionCookie(house, made.token) } });
  }),
);

export default function SignUpRoute() {
  return <SignUp {...useLoaderData<typeof loader>()} />;
}
