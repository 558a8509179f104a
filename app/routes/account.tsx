import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { type Reader, sayAway, sayDay, sayMoment } from '#app/domain/calendar/say-time.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { newPassword, password, signInId } from '#app/http/fields.ts';
import { Account } from '#app/screens/people/account.tsx';
import { listLinksFor } from '#db/one-time-link.ts';
import { listSessions } from '#db/session.ts';
import { clearCookie } from '#server/auth/cookie.ts';
import { changePassword } from '#server/people/change-password.ts';
import { closeAccount } from '#server/people/close-account.ts';
import { signOut } from '#server/people/sign-out.ts';
import { signOutEverywhere } from '#server/people/sign-out-everywhere.ts';

export const meta: MetaFunction = () => [{ title: 'Password and sign-ins · Rondo' }];

const month = 30 * 86_400_000;

export const loader = read('account.read', async ({ house, asker, url }) => {
  const now = house.now();
  const reader: Reader = { zone: asker.time_zone, now };
  const [sessions, links] = await Promise.all([
    listSessions(house.db, asker.id, new Date(now)),
    listLinksFor(house.db, asker.id, new Date(now - month)),
  ]);
  const signIns = sessions.map(({ id, device, address, created_at, seen_at }) => ({
    id,
    device,
    address,
    isThis: id === asker.sessionId,
    seen: sayAway(seen_at.getTime(), reader),
    seenIso: seen_at.toISOString(),
    since: sayDay(created_at.getTime(), reader),
  }));
  const made = links.map(({ id, purpose, created_at, expires_at, used_at, maker_name }) => ({
    id,
    maker: maker_name,
    isRescue: purpose === 'rescue',
    when: sayMoment(created_at.getTime(), reader),
    whenIso: created_at.toISOString(),
    state: stateOf(used_at, expires_at.getTime() > now),
  }));
  return { email: asker.email ?? '', signIns, links: made, saved: url.searchParams.get('saved') };
});

function stateOf(usedAt: Date | null, isOpen: boolean): 'open' | 'used' | 'expired' {
  if (usedAt) return 'used';
  return isOpen ? 'open' : 'expired';
}

function saved(door: string, part: string) {
  return redirect(`/me/account?saved=${door}#${part}`, 303);
}

export const action = act(
  intent(
    'password.change',
    z.object({ currentPassword: password, newPassword }),
    async ({ house, asker, address, form }) => {
      const changed = await changePassword(house, asker, { ...form, address });
      return isRefusal(changed) ? changed : saved('password.change', 'password');
    },
  ),
  intent('sign-in.end', z.object({ sessionId: signInId }), async ({ house, asker, form }) => {
    await signOut(house, asker.id, form.sessionId);
    return saved('sign-in.end', 'sign-ins');
  }),
  intent('sign-in.end-all', z.object({}), async ({ house, asker }) => {
    await signOutEverywhere(house, asker.id);
    return leave(house.settings.origin, 'signed-out');
  }),
  intent('account.close', z.object({ password }), async ({ house, asker, address, form }) => {
    const closed = await closeAccount(house, asker.id, { password: form.password, address });
    return isRefusal(closed) ? closed : leave(house.settings.origin, 'closed');
  }),
);

function leave(origin: string, note: string) {
  const headers = { 'set-cookie': clearCookie(origin), 'clear-site-data': '"storage"' };
  return redirect(`/sign-in?note=${note}`, { status: 303, headers });
}

export default function AccountRoute() {
  return <Account {...useLoaderData<typeof loader>()} />;
}
