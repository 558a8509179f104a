import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { timeZones } from '#app/domain/people/time-zone.ts';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { email, line, newPassword, timeZone, uuid } from '#app/http/fields.ts';
import { fromWhere } from '#app/http/from.ts';
import { readInvitation, spendInvitation } from '#app/http/invitation-cookie.server.ts';
import { DeadLink, type DeadState } from '#app/screens/invitation/dead-link.tsx';
import { InvitationPage, type OpenInvitation } from '#app/screens/invitation/invitation-page.tsx';
import { SignUpAndJoin } from '#app/screens/invitation/sign-up-and-join.tsx';
import { sessionCookie } from '#server/auth/start-session.ts';
import type { House } from '#server/house.ts';
import { lookAtInvitation } from '#server/invitations/look-at-invitation.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { signUp } from '#server/people/sign-up.ts';

export const handle = { signedIn: 'text' };

export const meta: MetaFunction = () => [{ title: 'Invitation · Rondo' }];

type Page = {
  view: OpenView | { state: DeadState };
  reader: string | null;
  id: string;
  timeZones: readonly string[];
};
type OpenView = { state: 'open' } & OpenInvitation;

export const loader = read('invitation.read', async ({ house, asker, request }) => {
  const token = readInvitation(request);
  const view = token
    ? await lookAtInvitation(house, asker?.id ?? null, token)
    : ({ state: 'missing' } as const);
  const headers = spendInvitation(house.settings.origin);
  if (view.state === 'member') throw redirect(`/circles/${view.circleId}`, { status: 303, headers });

  const page: Page = { view, reader: asker?.name ?? null, id: house.newId(), timeZones };
  return data(page, { status: view.state === 'open' ? 200 : 410 });
});

const accountForm = z.object({
  id: uuid,
  name: line(80, 'Please tell us your name.'),
  email,
  password: newPassword,
  timeZone,
});

export const action = act(
  intent('invitation.redeem', z.object({}), async ({ house, asker, request }) => {
    const redeemed = await redeemInvitation(house, asker.id, readInvitation(request) ?? '');
    return isRefusal(redeemed) ? redeemed : enter(house, redeemed.circleId);
  }),
  intent('invitation.sign-up', accountForm, async ({ house, form, request, address }) => {
    const token = readInvitation(request) ?? '';
    const view = await lookAtInvitation(house, null, token);
    if (view.state !== 'open') return refuse('link-spent');
    if (view.isFull) return refuse('circle-full');

    const made = await signUp(house, { ...form, ...fromWhere({ request, address }) });
    if (isRefusal(made)) return made;
    const cookie = sessionCookie(house, made.token);
    const redeemed = await redeemInvitation(house, made.personId, token);
    // The seat went to somebody else in this moment: the account stands, and the page says why.
    if (isRefusal(redeemed))
      return redirect('/invitation', { status: 303, headers: { 'Set-Cookie': cookie } });
    return enter(house, redeemed.circleId, cookie);
  }),
);

/** Into the circle; the invitation is spent. */
function enter(house: House, circleId: string, session?: string): Response {
  const headers = spendInvitation(house.settings.origin);
  if (session) headers.append('Set-Cookie', session);
  return redirect(`/circles/${circleId}`, { status: 303, headers });
}

export default function InvitationRoute() {
  const { view, reader, id, timeZones } = useLoaderData<Page>();
  if (view.state !== 'open') return <DeadLink state={view.state} isSignedIn={reader !== null} />;
  const signUpForm = <SignUpAndJoin id={id} timeZones={timeZones} />;
  return <InvitationPage invitation={view} reader={reader} signUp={signUpForm} />;
}
