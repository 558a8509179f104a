import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal } from '#app/domain/refusal.ts';
import { backTo } from '#app/http/back.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { email, password } from '#app/http/fields.ts';
import { fromWhere } from '#app/http/from.ts';
import { expectSetUp } from '#app/http/set-up.server.ts';
import { SignIn } from '#app/screens/people/sign-in.tsx';
import { sessionCookie } from '#server/auth/start-session.ts';
import { signIn } from '#server/people/sign-in.ts';

export const meta: MetaFunction = () => [{ title: 'Sign in · Rondo' }];

const notes = ['new-password', 'signed-out', 'closed'] as const;

export const loader = read('sign-in.read', async ({ house, asker, url }) => {
  await expectSetUp(house);
  const back = backTo(url.searchParams.get('back'));
  if (asker) throw redirect(back);
  const note = notes.find((one) => one === url.searchParams.get('note')) ?? null;
  return { back, note, isOpen: house.settings.openSignUp };
});

const schema = z.object({ email, password, back: z.string().optional() });

export const action = act(
  intent('sign-in', schema, async ({ form, house, request, address }) => {
    const entered = await signIn(house, form, fromWhere({ request, address }));
    if (isRefusal(entered)) return entered;

    const headers = { 'set-cookie': sessionCookie(house, entered.token) };
    return redirect(backTo(form.back), { status: 303, headers });
  }),
);

export default function SignInRoute() {
  return <SignIn {...useLoaderData<typeof loader>()} />;
}
