import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { largestCircle, smallestCircle } from '#app/domain/circle/size.ts';
import { timeZones } from '#app/domain/people/time-zone.ts';
import { isRefusal, refuse } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { line, text, timeZone, uuid, wholeNumber } from '#app/http/fields.ts';
import { NewCircle } from '#app/screens/circle/new-circle.tsx';
import { listGroupsOf } from '#db/group.ts';
import { foundCircle } from '#server/circles/found-circle.ts';

export const handle = { signedIn: 'text' };

export const meta: MetaFunction = () => [{ title: 'Found a circle · Rondo' }];

export const loader = read('circle.new.read', async ({ house, asker, url }) => {
  const wanted = url.searchParams.get('group');
  const groups = wanted ? await listGroupsOf(house.db, asker.id) : [];
  const group = groups.find(({ id }) => id === wanted) ?? null;
  if (wanted && !group) return refuse('not-found');
  return { id: house.newId(), group, timeZone: asker.time_zone, timeZones };
});

const circleForm = z.object({
  id: uuid,
  groupId: uuid.optional(),
  name: line(80, 'Please give your circle a name.'),
  purpose: text(2000),
  sizeLimit: wholeNumber(smallestCircle, largestCircle),
  timeZone,
});

export const action = act(
  intent('circle.found', circleForm, async ({ house, asker, form }) => {
    const founded = await foundCircle(house, asker.id, { ...form, groupId: form.groupId ?? null });
    return isRefusal(founded) ? founded : redirect(`/circles/${founded.circleId}`, 303);
  }),
);

export default function CircleNewRoute() {
  return <NewCircle {...useLoaderData<typeof loader>()} />;
}
