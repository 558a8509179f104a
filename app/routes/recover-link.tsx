import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { newPassword } from '#app/http/fields.ts';
import { ChoosePassword } from '#app/screens/people/choose-password.tsx';
import { SpentLink } from '#app/screens/people/spent-link.tsx';
import { lookAtRecoveryLink } from '#server/people/look-at-recovery-link.ts';
import { redeemRecoveryLink } from '#server/people/redeem-recovery-link.ts';

export const meta: MetaFunction = () => [{ title: 'Choose a password · Rondo' }];

/** Null for a link that can no longer be used. */
type Looked = { link: { isFirst: boolean } | null };

export const loader = read('recover-link.read', async ({ house, params }) => {
  const link = await lookAtRecoveryLink(house, params.token ?? '');
  return data<Looked>({ link }, { status: link ? 200 : 410 });
});

export const action = act(
  intent('recover-link.redeem', z.object({ password: newPassword }), async ({ form, house, params }) => {
    const token = params.token ?? '';
    const redeemed = await redeemRecoveryLink(house, { token, password: form.password });
    if (isRefusal(redeemed)) return redeemed;

    return redirect('/sign-in?note=new-password', 303);
  }),
);

export default function RecoverLinkRoute() {
  const { link } = useLoaderData<Looked>();
  return link ? <ChoosePassword {...link} /> : <SpentLink />;
}
