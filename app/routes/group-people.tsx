import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { uuid } from '#app/http/fields.ts';
import { readPeople } from '#app/http/people-part.server.ts';
import { GroupPeople } from '#app/screens/people/group-people.tsx';
import { makeRecoveryLink } from '#server/people/make-recovery-link.ts';

export const meta: MetaFunction = () => [{ title: 'People of the group · Rondo' }];

export const loader = read('group-people.read', async (asked) => {
  const { group, house } = asked;
  const people = await readPeople(asked, group.id);
  return { group: { id: group.id, name: group.name }, people, newId: house.newId() };
});

const wanted = z.object({ id: uuid, personId: uuid });

export const action = act(
  intent('group-recovery-link.make', wanted, async ({ house, asker, group, form }) => {
    const made = await makeRecoveryLink(house, asker.id, { ...form, groupId: group.id });
    return isRefusal(made) ? made : { made };
  }),
);

export default function GroupPeopleRoute() {
  return <GroupPeople {...useLoaderData<typeof loader>()} />;
}
