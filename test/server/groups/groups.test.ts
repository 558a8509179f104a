import { afterAll, beforeAll, expect, test } from 'vitest';
import { findGroupFor, listGroupCircles, listGroupOrganizers } from '#db/group.ts';
import { endAllMemberships } from '#server/circles/end-all-memberships.ts';
import { foundCircle } from '#server/circles/found-circle.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { addOrganizer } from '#server/groups/add-organizer.ts';
import { makeGroup } from '#server/groups/make-group.ts';
import { removeOrganizer } from '#server/groups/remove-organizer.ts';
import { renameGroup } from '#server/groups/rename-group.ts';
import { planSeason } from '#server/seasons/plan-season.ts';
import { aCircle, granted, somebody } from '#test/harness/circles.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

let opened: TestHouse;

beforeAll(async () => {
  opened = await openTestHouse();
});
afterAll(() => opened.close());

async function aGroup() {
  const { house } = opened;
  const organizer = await somebody(house, 'Olga');
  const { groupId } = granted(await makeGroup(house, organizer, { id: house.newId(), name: 'Chapter' }));
  return { groupId, organizer };
}

async function organizersOf(groupId: string): Promise<string[]> {
  return (await listGroupOrganizers(opened.house.db, groupId)).map((organizer) => organizer.id);
}

test('whoever makes a group looks after it; the same form twice makes one', async () => {
  const { house } = opened;
  const organizer = await somebody(house);
  const form = { id: house.newId(), name: 'Chapter' };
  const answers = await Promise.all([1, 2].map(() => makeGroup(house, organizer, form)));
  expect(answers).toEqual([{ groupId: form.id }, { groupId: form.id }]);
  expect(await organizersOf(form.id)).toEqual([organizer]);
  expect(await makeGroup(house, await somebody(house), form)).toMatchObject({ refused: 'command-id-taken' });
});

test('an organizer sees of each circle its name, size, members and next meeting, and nothing else', async () => {
  const { house } = opened;
  const { groupId, organizer } = await aGroup();
  const { circleId, people } = await aCircle(house, {
    founder: organizer,
    members: 3,
    sizeLimit: 7,
    groupId,
  });
  const run = { firstDate: '2026-12-03', everyWeeks: 1, count: 2, localTime: '18:00' };
  const season = { id: house.newId(), circleId, timeZone: 'Europe/Berlin', lengthMinutes: 60, ...run };
  granted(await planSeason(house, people[1] ?? '', season));
  granted(await leaveCircle(house, organizer, circleId));

  expect(await listGroupCircles(house.db, groupId, new Date(house.now()))).toEqual([
    {
      id: circleId,
      name: 'Thursday circle',
      size_limit: 7,
      members: 2,
      next_starts_at: new Date('2026-12-03T17:00:00Z'),
    },
  ]);
});

test('people of the group’s circles become organizers; nobody else, and strangers decide nothing', async () => {
  const { house, clock } = opened;
  const { groupId, organizer } = await aGroup();
  const { people } = await aCircle(house, { founder: organizer, members: 2, groupId });
  const [, member] = people as [string, string];
  clock.advance(1);
  const elsewhere = await aCircle(house, { members: 1 });
  const outsider = elsewhere.people[0] ?? '';
  const add = (actor: string, personId: string) => addOrganizer(house, actor, { groupId, personId });

  expect(await add(organizer, outsider)).toMatchObject({ refused: 'bad-input', field: 'personId' });
  expect(await add(member, member)).toMatchObject({ refused: 'not-found' });
  granted(await add(organizer, member));
  granted(await add(organizer, member));
  expect(await organizersOf(groupId)).toEqual([organizer, member]);
  granted(await renameGroup(house, member, { groupId, name: 'Another name' }));
  expect(await findGroupFor(house.db, member, groupId)).toMatchObject({ group: { name: 'Another name' } });
  expect(await renameGroup(house, outsider, { groupId, name: 'X' })).toMatchObject({ refused: 'not-found' });
});

test('organizers who step back at once: one stays, every time', async () => {
  const { house } = opened;
  for (let round = 0; round < 10; round++) {
    const { groupId, organizer } = await aGroup();
    const { people } = await aCircle(house, { founder: organizer, members: 4, groupId });
    for (const personId of people) granted(await addOrganizer(house, organizer, { groupId, personId }));

    const step = (personId: string) => removeOrganizer(house, personId, { groupId, personId });
    const answers = await Promise.all(people.map(step));
    expect(answers.filter((answer) => 'removed' in answer)).toHaveLength(3);
    expect(await organizersOf(groupId)).toHaveLength(1);
  }
});

test('when the only organizer’s account ends, the group passes to who has been in its circles longest', async () => {
  const { house, clock } = opened;
  const { groupId, organizer } = await aGroup();
  clock.advance(1000);
  const first = await aCircle(house, { founder: organizer, members: 2, groupId });
  clock.advance(1000);
  await aCircle(house, { founder: organizer, members: 2, groupId });
  await house.db.transaction().execute((tx) => endAllMemberships(house, tx, organizer, 'closed-account'));

  expect(await organizersOf(groupId)).toEqual([first.people[1]]);
});

test('a circle is founded in a group by its organizers only', async () => {
  const { house } = opened;
  const { groupId } = await aGroup();
  const wish = { name: 'Ours', purpose: '', sizeLimit: 5, timeZone: 'UTC', groupId };
  const answer = await foundCircle(house, await somebody(house), { id: house.newId(), ...wish });
  expect(answer).toMatchObject({ refused: 'not-found' });
  expect(await listGroupCircles(house.db, groupId, new Date(house.now()))).toEqual([]);
});
