import { afterAll, beforeAll, expect, test } from 'vitest';
import { doors } from '#app/http/doors.ts';
import { makeGroup } from '#server/groups/make-group.ts';
import { aCircle, granted, signedIn, somebody, wordsOf } from '#test/harness/circles.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function aGroup(name = 'Chapter of ours') {
  const { house } = server;
  const organizer = await somebody(house, 'Olga');
  const { groupId } = granted(await makeGroup(house, organizer, { id: house.newId(), name }));
  return { groupId, organizer };
}

test('a group is its organizers’ page: members of its circles, strangers and visitors get 404', async () => {
  const { house } = server;
  const { groupId, organizer } = await aGroup();
  const { people } = await aCircle(house, { founder: organizer, members: 2, groupId });
  const knocking = [
    await signedIn(server, people[1] ?? ''),
    await signedIn(server, await somebody(house)),
    server.visitor(),
  ];
  const mine = Object.entries(doors).filter(([name]) => /^group\.(?!new|make)/.test(name));
  expect(mine).toHaveLength(4);

  for (const visitor of knocking)
    for (const [name, door] of mine) {
      const path = door.path.replace(':groupId', groupId);
      const answer =
        door.method === 'GET' ? await visitor.get(path) : await visitor.post(path, { intent: name });
      expect([name, answer.status]).toEqual([name, 404]);
      expect(answer.body).not.toContain('Chapter of ours');
    }
  expect((await (await signedIn(server, organizer)).get(`/groups/${groupId}`)).status).toBe(200);
});

test('from a new group to a circle in it, by forms', async () => {
  const person = await signedIn(server, await somebody(server.house));
  const id = server.house.newId();
  const made = await person.post('/groups/new', { id, name: 'Meetup' });
  expect([made.status, made.location]).toEqual([303, `/groups/${id}`]);
  expect((await person.get(`/groups/${id}`)).body).toContain('The group has no circle yet');

  const page = await person.get(`/circles/new?group=${id}`);
  expect(page.body).toContain('In Meetup');
  const circle = {
    id: server.house.newId(),
    groupId: id,
    name: 'First table',
    sizeLimit: '6',
    timeZone: 'UTC',
  };
  expect((await person.post('/circles/new', circle)).status).toBe(303);
  const group = await person.get(`/groups/${id}`);
  expect(group.body).toContain('First table');
  expect(wordsOf(group.body)).toContain('1 of 6 members');
});

test('nobody founds a circle in another’s group, or learns its name', async () => {
  const { groupId } = await aGroup('Secret chapter');
  const stranger = await signedIn(server, await somebody(server.house));
  const page = await stranger.get(`/circles/new?group=${groupId}`);
  expect(page.status).toBe(404);
  const circle = { id: server.house.newId(), groupId, name: 'Intruders', sizeLimit: '6', timeZone: 'UTC' };
  const sent = await stranger.post('/circles/new', circle);
  expect(sent.status).toBe(404);
  expect(page.body + sent.body).not.toContain('Secret chapter');
});

test('organizers add one another, and the last one stays', async () => {
  const { house } = server;
  const { groupId, organizer } = await aGroup();
  const { people } = await aCircle(house, { founder: organizer, members: 2, groupId });
  const olga = await signedIn(server, organizer);
  const place = `/groups/${groupId}`;
  const step = (intent: string, personId: string) => olga.post(place, { intent, personId });

  const alone = await step('group.remove-organizer', organizer);
  expect(alone.status).toBe(403);
  expect(alone.body).toContain('A group needs an organizer.');
  expect((await step('group.add-organizer', '')).status).toBe(400);
  expect((await step('group.add-organizer', people[1] ?? '')).status).toBe(303);
  expect((await (await signedIn(server, people[1] ?? '')).get(place)).status).toBe(200);
  const back = await step('group.remove-organizer', organizer);
  expect([back.status, back.location]).toEqual([303, '/today']);
  expect((await olga.get(place)).status).toBe(404);
});

test('Today leads to the groups one looks after, and a group to the people in it', async () => {
  const { house } = server;
  const { groupId, organizer } = await aGroup();
  const { people } = await aCircle(house, { founder: organizer, members: 2, groupId });
  const olga = await signedIn(server, organizer);
  const today = (await olga.get('/today')).body;
  expect(today).toContain('Groups you look after');
  expect(today).toContain(`href="/groups/${groupId}"`);
  expect((await olga.get(`/groups/${groupId}`)).body).toContain(`href="/groups/${groupId}/people"`);

  const member = (await (await signedIn(server, people[1] ?? '')).get('/today')).body;
  expect(member).not.toContain('Groups you look after');
  expect(member).not.toContain(groupId);
});
