import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isRefusal } from '#app/domain/refusal.ts';
import { act, intent, read } from '#app/http/door.server.ts';
import { uuid } from '#app/http/fields.ts';
import { readPeople } from '#app/http/people-part.server.ts';
import { Organizer } from '#app/screens/people/organizer.tsx';
import { listEveryGroup } from '#db/organizer.ts';
import { appointOrganizer } from '#server/people/appoint-organizer.ts';
import { makeRecoveryLink } from '#server/people/make-recovery-link.ts';
import { relieveOrganizer } from '#server/people/relieve-organizer.ts';

export const meta: MetaFunction = () => [{ title: 'Look after everyone · Rondo' }];

export const loader = read('organizer.read', async (asked) => {
  const { house, asker } = asked;
  const [people, found] = await Promise.all([readPeople(asked), listEveryGroup(house.db, asker.id)]);
  const groups = found.map(({ is_mine, ...group }) => ({ ...group, isMine: is_mine }));
  return { readerId: asker.id, people, groups, openSignUp: house.settings.openSignUp, newId: house.newId() };
});

const person = z.object({ personId: uuid });

export const action = act(
  intent('recovery-link.make', person.extend({ id: uuid }), async ({ house, asker, form }) => {
    const made = await makeRecoveryLink(house, asker.id, form);
    return isRefusal(made) ? made : { made };
  }),
  intent('organizer.appoint', person, async ({ house, asker, form }) => {
    const appointed = await appointOrganizer(house, asker.id, form.personId);
    return isRefusal(appointed) ? appointed : redirect('/organizer', 303);
  }),
  intent('organizer.relieve', person, async ({ house, asker, form }) => {
    const relieved = await relieveOrganizer(house, asker.id, form.personId);
    if (isRefusal(relieved)) return relieved;
    return redirect(form.personId === asker.id ? '/today' : '/organizer', 303);
  }),
);

export default function OrganizerRoute() {
  return <Organizer {...useLoaderData<typeof loader>()} />;
}
