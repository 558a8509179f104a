import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { sayMoment } from '#app/domain/calendar/say-time.ts';
import { lifetimes, mostUses } from '#app/domain/circle/invitation.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { freeSeats } from '#app/domain/circle/size.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { choice, uuid, wholeNumber } from '#app/http/fields.ts';
import { lineOf } from '#app/screens/invitation/invitation-line.ts';
import { InvitationsPage } from '#app/screens/invitation/invitations-page.tsx';
import { listInvitations } from '#db/invitation.ts';
import { standingIn } from '#server/circles/standing.ts';
import { makeInvitation } from '#server/invitations/make-invitation.ts';
import { revokeInvitation } from '#server/invitations/revoke-invitation.ts';

export const handle = { signedIn: 'text' };

export const meta: MetaFunction = () => [{ title: 'Invitations · Rondo' }];

const sixtyDays = 60 * 86_400_000;

export const loader = read('circle.invitations.read', async ({ house, asker, circle }) => {
  const now = house.now();
  const standing = await standingIn(house.db, circle.id, asker.id, new Date(now));
  const mayInvite = mayDo(rulesOf(circle), 'invite', standing);
  const links = await listInvitations(house.db, circle.id, new Date(now - sixtyDays));
  const reader = { id: asker.id, zone: asker.time_zone, now, mayInvite };

  return {
    circle: { id: circle.id, name: circle.name },
    freeSeats: freeSeats(circle.size_limit, standing.memberIds.length),
    mayInvite,
    fresh: { id: house.newId(), token: house.newToken() },
    links: links.map((link) => lineOf(link, reader)),
  };
});

const linkForm = z.object({
  id: uuid,
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This form is incomplete. Please open the page again.'),
  days: choice(['1', '7', '14']).transform((days) => lifetimes.find((life) => String(life) === days) ?? 7),
  mostUses: wholeNumber(1, mostUses),
});

export const action = act(
  intent('invitation.make', linkForm, async ({ house, asker, circle, form }) => {
    const made = await makeInvitation(house, asker.id, { circleId: circle.id, ...form });
    if (isRefusal(made)) return made;
    const until = sayMoment(made.expiresAt.getTime(), { zone: asker.time_zone, now: house.now() });
    return { made: { link: made.link, mostUses: made.mostUses, until } };
  }),
  intent('invitation.revoke', z.object({ invitationId: uuid }), async ({ house, asker, circle, form }) => {
    const revoked = await revokeInvitation(house, asker.id, { circleId: circle.id, ...form });
    return isRefusal(revoked) ? revoked : redirect(`/circles/${circle.id}/invitations`, 303);
  }),
);

export default function CircleInvitationsRoute() {
  return <InvitationsPage {...useLoaderData<typeof loader>()} />;
}
