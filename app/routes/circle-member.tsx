import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { sayClock } from '#app/domain/calendar/say-time.ts';
import { matchesAmong } from '#app/domain/circle/matches.ts';
import { mayRemove, rulesOf } from '#app/domain/circle/rules.ts';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { MemberPage } from '#app/screens/circle/member-page.tsx';
import { listCircleMembers } from '#db/circle-member.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { standingIn } from '#server/circles/standing.ts';

export const handle = { signedIn: 'text' };

export const meta: MetaFunction = () => [{ title: 'Member · Rondo' }];

export const loader = read('member.read', async ({ house, asker, circle, params }) => {
  const members = await listCircleMembers(house.db, circle.id);
  const found = members.find((member) => member.id === params.personId);
  if (!found) return refuse('not-found');
  const now = house.now();
  const standing = await standingIn(house.db, circle.id, asker.id, new Date(now));

  const { time_zone: timeZone, ...member } = found;
  return {
    circle: { id: circle.id, name: circle.name },
    readerId: asker.id,
    member: { ...member, timeZone },
    matches: matchesAmong(members),
    clock: sayClock(now, timeZone),
    mayRemove: mayRemove(rulesOf(circle), standing, member.id),
  };
});

export const action = act(
  intent('member.remove', z.object({}), async ({ house, asker, circle, params }) => {
    const removed = await removeMember(house, asker.id, {
      circleId: circle.id,
      personId: params.personId ?? '',
    });
    return isRefusal(removed) ? removed : redirect(`/circles/${circle.id}`, 303);
  }),
);

export default function CircleMemberRoute() {
  return <MemberPage {...useLoaderData<typeof loader>()} />;
}
