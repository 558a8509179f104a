import { redirect } from '@remix-run/node';
import { read } from '#app/http/door.server.ts';
import { keepInvitation } from '#app/http/invitation-cookie.server.ts';
import { looksLikeToken } from '#server/invitations/token-hash.ts';

/** Takes the token out of the address; looking at an invitation uses nothing up. */
export const loader = read('invitation.open', async ({ house, params }) => {
  const token = params.token ?? '';
  const kept = looksLikeToken(token) ? token : 'unreadable';
  return redirect('/invitation', { status: 303, headers: keepInvitation(house.settings.origin, kept) });
});
