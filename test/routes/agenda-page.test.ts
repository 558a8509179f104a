// What the agenda's page says besides its items: when, who leads, the ways on, what was left from earlier meetings.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { skipMeeting } from '#server/meetings/skip-meeting.ts';
import { anAgenda, rowOf } from '#test/harness/agendas.ts';
import { granted, signedIn, somebody } from '#test/harness/circles.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { formsIn } from '#test/harness/page-forms.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

// Each test reads many pages one after the other.
vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const hour = 60 * 60_000;

test('it says when we meet on both clocks and who leads, and knows the ways on', async () => {
  const { house } = server;
  const { circleId, meeting, members } = await anAgenda(server, 3);
  const [lead, second] = members;
  if (!lead || !second) throw new RangeError();
  await house.db
    .updateTable('person')
    .set({ time_zone: 'America/New_York' })
    .where('id', '=', second.id)
    .execute();
  expect(await lead.page()).toContain('Thu 26 Nov, 10:00, in 3 days');
  expect(await lead.page()).toContain('You lead');
  const page = await second.page();
  expect(page).toContain('Thu 26 Nov, 04:00');
  expect(page).toContain('(10:00 in Berlin)');
  expect(page).toContain(`${lead.name} leads`);
  expect(page).toContain(`href="/circles/${circleId}/rota"`);
  expect(page).not.toContain(`href="/meetings/${meeting}/room"`);
});

test('the way to the room shows when it opens soon, and leads there when it is open', async () => {
  const { clock } = server;
  const { meeting, members } = await anAgenda(server, 3, 2 * hour);
  const [lead] = members;
  expect(await lead?.page()).toContain('The room opens at');
  clock.advance(2 * hour - 15 * 60_000);
  const page = await lead?.page();
  expect(page).toContain('Go to the room');
  expect(page).toContain(`href="/meetings/${meeting}/room"`);
});

test('what earlier meetings left to do stands at the start; this meeting’s own does not', async () => {
  const { house, clock } = server;
  const { circleId, meeting, members } = await anAgenda(server, 3, 5 * 60_000);
  const [lead, second] = members;
  if (!lead || !second) throw new RangeError();
  for (const { id } of members) await ask(house, meeting, null, { kind: 'attendance.arrive', person: id });
  const add = { kind: 'action.add', text: 'Send the map', owner: second.id, due: '2026-12-01' } as const;
  const done = { ...add, action: house.newId(), text: 'Long done' };
  await ask(house, meeting, lead.id, { ...add, action: house.newId() });
  await ask(house, meeting, lead.id, done);
  await ask(house, meeting, second.id, { kind: 'action.complete', action: done.action });
  expect(await second.page()).not.toContain('Send the map');

  clock.advance(5 * 60_000);
  await ask(house, meeting, lead.id, { kind: 'meeting.start' });
  await ask(house, meeting, lead.id, { kind: 'meeting.close' });
  const next = await house.db
    .selectFrom('meeting')
    .select('id')
    .where('circle_id', '=', circleId)
    .where('status', '=', 'planned')
    .orderBy('starts_at')
    .executeTakeFirstOrThrow();
  const page = (await second.visitor.get(`/meetings/${next.id}/agenda`)).body.replaceAll('<!-- -->', '');
  expect(page).toContain('Still to do from earlier meetings');
  expect(page).toContain('Send the map');
  expect(page).toContain('You, by Tue 1 Dec 2026');
  expect(page).toContain(`href="/meetings/${meeting}/minutes"`);
  expect(page).not.toContain('Long done');
  expect(page.indexOf('Send the map')).toBeLessThan(page.indexOf('>Items<'));

  const closed = await second.page();
  expect(closed).toContain('This meeting is over.');
  expect(formsIn(closed).filter(({ fields }) => fields.commandId)).toEqual([]);
});

test('what is carried over says so, with the dots it brought along', async () => {
  const { house } = server;
  const { meeting, members } = await anAgenda(server, 3);
  const item = { title: 'Old friend', itemKind: 'topic', minutes: 10, bringer: null, help: '' } as const;
  const carried = { ...item, item: house.newId(), carried: 1, votes: 3 };
  await ask(house, meeting, null, { kind: 'item.carry', items: [carried] });
  const row = rowOf((await members[0]?.page()) ?? '', 'Old friend');
  expect(row).toContain('Carried over from last time');
  expect(row).toContain('3 dots from last time');
});

test('a skipped meeting keeps its agenda, and takes no changes', async () => {
  const { house } = server;
  const { circleId, meeting, place, members } = await anAgenda(server, 3);
  const [lead] = members;
  if (!lead) throw new RangeError();
  await lead.propose('For another day');
  const [form] = formsIn(await lead.page()).filter(({ fields }) => fields.intent === 'item.propose');
  granted(await skipMeeting(house, lead.id, { circleId, meetingId: meeting }));
  expect(await lead.page()).toContain('This meeting is skipped.');
  expect(await lead.order()).toEqual(['For another day']);
  const late = await lead.visitor.post(place, { ...form?.fields, title: 'Too late' });
  expect(late.status).toBe(409);
  expect(late.body).toContain('This meeting is closed.');
});

test('for anybody else there is no such page', async () => {
  const { place, members } = await anAgenda(server, 3);
  const form = formsIn((await members[0]?.page()) ?? '').find(
    ({ fields }) => fields.intent === 'item.propose',
  );
  const stranger = await signedIn(server, await somebody(server.house, 'Stranger'));
  for (const visitor of [stranger, server.visitor()]) {
    expect((await visitor.get(place)).status).toBe(404);
    const sent = await visitor.post(place, { ...form?.fields, title: 'From outside' });
    expect(sent.status).toBe(404);
    expect((await visitor.get(`/meetings/${server.house.newId()}/agenda`)).status).toBe(404);
  }
  expect(await members[0]?.order()).toEqual([]);
});
