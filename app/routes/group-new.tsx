import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { line, uuid } from '#app/http/fields.ts';
import { NewGroup } from '#app/screens/group/new-group.tsx';
import { makeGroup } from '#server/groups/make-group.ts';

export const handle = { signedIn: 'text' };

export const meta: MetaFunction = () => [{ title: 'Make a group · Rondo' }];

export const loader = read('group.new.read', async ({ house }) => ({ id: house.newId() }));

const groupForm = z.object({ id: uuid, name: line(80, 'Please give your group a name.') });

export const action = act(
  intent('group.make', groupForm, async ({ house, asker, form }) => {
    const made = await makeGroup(house, asker.id, form);
    return isRefusal(made) ? made : redirect(`/groups/${made.groupId}`, 303);
  }),
);

export default function GroupNewRoute() {
  return <NewGroup {...useLoaderData<typeof loader>()} />;
}
