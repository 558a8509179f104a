import { afterAll, beforeAll, expect, test } from 'vitest';
import { doors } from '#app/http/doors.ts';
import { leaveCircle } from '#server/circles/leave-circle.ts';
import { aCircle, granted, signedIn, somebody } from '#test/harness/circles.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Every door to a circle that belongs to these pages, filled in for one circle. */
function doorsOf(circleId: string, personId: string) {
  const mine = /^(circle|member|invitation)\./;
  return Object.entries(doors)
    .filter(([name, door]) => mine.test(name) && door.who === 'member')
    .map(([name, door]) => ({
      name,
      method: door.method,
      path: door.path.replace(':circleId', circleId).replace(':personId', personId),
    }));
}

test('a stranger, a past member and a visitor get 404 at every door of a circle, as for one that never was', async () => {
  const { house } = server;
  const { circleId, people } = await aCircle(house, { members: 4, name: 'Canary of ours' });
  const [founder = '', , , past = ''] = people;
  granted(await leaveCircle(house, past, circleId));
  const knocking = [
    await signedIn(server, await somebody(house)),
    await signedIn(server, past),
    server.visitor(),
  ];
  const list = doorsOf(circleId, founder);
  expect(list.length).toBeGreaterThanOrEqual(10);

  for (const visitor of knocking)
    for (const { name, method, path } of [...list, ...doorsOf(house.newId(), founder)]) {
      const answer = method === 'GET' ? await visitor.get(path) : await visitor.post(path, { intent: name });
      expect([name, answer.status]).toEqual([name, 404]);
      expect(answer.body).not.toContain('Canary of ours');
    }
});

test('a member gets every page of the circle', async () => {
  const { circleId, people } = await aCircle(server.house, { members: 3 });
  const member = await signedIn(server, people[1] ?? '');
  for (const { name, method, path } of doorsOf(circleId, people[0] ?? '')) {
    if (method !== 'GET') continue;
    const answer = await member.get(path);
    expect([name, answer.status]).toEqual([name, 200]);
    expect(answer.body).not.toMatch(/ style="/);
  }
});

test('a person is seen only by those who share this circle with them', async () => {
  const { house } = server;
  const ours = await aCircle(house, { members: 2 });
  const theirs = await aCircle(house, { members: 2 });
  const member = await signedIn(server, ours.people[0] ?? '');
  const page = (circleId: string, personId: string) =>
    member.get(`/circles/${circleId}/members/${personId}`).then((answer) => answer.status);

  expect(await page(ours.circleId, ours.people[1] ?? '')).toBe(200);
  expect(await page(ours.circleId, theirs.people[1] ?? '')).toBe(404);
  expect(await page(ours.circleId, 'nobody')).toBe(404);
});

test('founding by form: faults stay at their fields with what was typed; twice sent is one circle', async () => {
  const person = await signedIn(server, await somebody(server.house));
  const page = await person.get('/circles/new');
  const id = /name="id" value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
  const form = { id, name: 'Round table', purpose: '', sizeLimit: '6', timeZone: 'Europe/Berlin' };

  const faulty = await person.post('/circles/new', {
    ...form,
    name: ' ',
    purpose: 'Kept words',
    sizeLimit: '3',
  });
  expect(faulty.status).toBe(400);
  expect(faulty.body).toContain('Please give your circle a name.');
  expect(faulty.body).toContain('Please choose a whole number from 4 to 10.');
  expect(faulty.body).toContain('Kept words');

  for (let send = 0; send < 2; send++) {
    const sent = await person.post('/circles/new', form);
    expect([sent.status, sent.location]).toEqual([303, `/circles/${id}`]);
  }
  const circle = await person.get(`/circles/${id}`);
  expect(circle.body).toContain('Round table');
  expect(circle.body).toContain('Invite your circle');
  expect(circle.body).toContain('Plan your season');
});

test('the settings say what each rule does, and are changed by form', async () => {
  const { circleId, people } = await aCircle(server.house, { members: 3 });
  const member = await signedIn(server, people[2] ?? '');
  const place = `/circles/${circleId}/settings`;
  expect((await member.get(place)).body).toContain('Any member may invite people.');

  const rules = { intent: 'circle.rules', invite: 'facilitator', plan: 'any-member', remove: 'any-member' };
  expect((await member.post(place, rules)).status).toBe(303);
  const small = { intent: 'circle.arrange', sizeLimit: '11', timeZone: 'Mars/Olympus' };
  const refused = await member.post(place, small);
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('Please choose a time zone from the list.');
  const named = { intent: 'circle.describe', name: 'New name', purpose: '' };
  const saved = await member.post(place, named);
  expect(saved.status).toBe(303);
  expect((await member.get(saved.location ?? '')).body).toContain('Saved.');
  expect((await member.post(place, { intent: 'circle.unheard-of' })).status).toBe(400);
});

test('a removed member’s next page is 404', async () => {
  const { circleId, people } = await aCircle(server.house, { members: 3 });
  const [one, two] = await Promise.all(people.slice(0, 2).map((person) => signedIn(server, person)));
  const page = `/circles/${circleId}`;
  expect((await two?.get(page))?.status).toBe(200);
  const removed = await one?.post(`${page}/members/${people[1]}`, { intent: 'member.remove' });
  expect([removed?.status, removed?.location]).toEqual([303, page]);
  expect((await two?.get(page))?.status).toBe(404);
});

test('leaving leads to Today', async () => {
  const { circleId, people } = await aCircle(server.house, { members: 2 });
  const member = await signedIn(server, people[1] ?? '');
  const left = await member.post(`/circles/${circleId}/settings`, { intent: 'circle.leave' });
  expect([left.status, left.location]).toEqual([303, '/today']);
  expect((await member.get(`/circles/${circleId}`)).status).toBe(404);
});
