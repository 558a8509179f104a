import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { act, intent, read } from '#app/http/door.server.ts';
import { clearCookie } from '#server/auth/cookie.ts';
import { signOut } from '#server/people/sign-out.ts';

export const loader = read('sign-out.read', async () => {
  throw redirect('/');
});

export const action = act(
  intent('sign-out', z.object({}), async ({ house, asker }) => {
    if (asker) await signOut(house, asker.id, asker.sessionId);

    const headers = new Headers({ 'set-cookie': clearCookie(house.settings.origin) });
    // Lines that were typed and not yet sent wait in the browser's storage; the next person must not find them.
    headers.set('clear-site-data', '"storage"');
    return redirect('/sign-in?note=signed-out', { status: 303, headers });
  }),
);
