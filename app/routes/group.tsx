import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { line, uuid } from '#app/http/fields.ts';
import { GroupPage } from '#app/screens/group/group-page.tsx';
import { listGroupCircles, listGroupOrganizers, listGroupPeople } from '#db/group.ts';
import { listCirclesOf } from '#db/membership.ts';
import { addOrganizer } from '#server/groups/add-organizer.ts';
import { removeOrganizer } from '#server/groups/remove-organizer.ts';
import { renameGroup } from '#server/groups/rename-group.ts';

export const meta: MetaFunction = () => [{ title: 'Group · Rondo' }];

export const loader = read('group.read', async ({ house, asker, group }) => {
  const now = house.now();
  const [circles, organizers, people, mine] = await Promise.all([
    listGroupCircles(house.db, group.id, new Date(now)),
    listGroupOrganizers(house.db, group.id),
    listGroupPeople(house.db, group.id),
    listCirclesOf(house.db, asker.id),
  ]);

  return {
    group: { id: group.id, name: group.name },
    circles: circles.map(({ id, name, size_limit, members, next_starts_at }) => ({
      id,
      name,
      sizeLimit: size_limit,
      members,
      nextAt: next_starts_at?.getTime() ?? null,
      isMine: mine.some((circle) => circle.id === id),
    })),
    organizers,
    candidates: people.filter(({ id }) => !organizers.some((organizer) => organizer.id === id)),
    readerId: asker.id,
    reader: { zone: asker.time_zone, now },
  };
});

const person = z.object({ personId: uuid });
const nameForm = z.object({ name: line(80, 'Please give your group a name.') });

export const action = act(
  intent('group.rename', nameForm, async ({ house, asker, group, form }) => {
    const renamed = await renameGroup(house, asker.id, { groupId: group.id, name: form.name });
    return isRefusal(renamed) ? renamed : redirect(`/groups/${group.id}`, 303);
  }),
  intent('group.add-organizer', person, async ({ house, asker, group, form }) => {
    const added = await addOrganizer(house, asker.id, { groupId: group.id, personId: form.personId });
    return isRefusal(added) ? added : redirect(`/groups/${group.id}`, 303);
  }),
  intent('group.remove-organizer', person, async ({ house, asker, group, form }) => {
    const removed = await removeOrganizer(house, asker.id, { groupId: group.id, personId: form.personId });
    if (isRefusal(removed)) return removed;
    return redirect(form.personId === asker.id ? '/today' : `/groups/${group.id}`, 303);
  }),
);

export default function GroupRoute() {
  return <GroupPage {...useLoaderData<typeof loader>()} />;
}
