// The agenda without script: every action is a plain form.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anAgenda, dots, rowOf } from '#test/harness/agendas.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { formsIn, formWith, sendForm } from '#test/harness/page-forms.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

// Each test reads many pages one after the other.
vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const up = (title: string) => ({ name: 'after', words: `Move ${title} up` });
const down = (title: string) => ({ name: 'after', words: `Move ${title} down` });

test('from an empty page to a voted order, by plain forms alone', async () => {
  const { place, members } = await anAgenda(server);
  const [lead, second] = members;
  if (!lead || !second) throw new RangeError();
  expect(await lead.page()).toContain('Start from a format, or propose the first item.');

  const format = { name: 'format', words: 'Use this format: Hot seat, one hour' };
  const chosen = await sendForm(lead.visitor, place, { intent: 'format.choose' }, {}, format);
  expect([chosen.status, chosen.location]).toEqual([303, place]);
  expect(await lead.page()).toContain('60 of 60 minutes, just full');
  expect(await lead.order()).toHaveLength(6);

  const proposed = await second.propose('Vendor risk');
  expect([proposed.status, proposed.location]).toEqual([303, place]);
  await second.propose('Estimates', { minutes: '5', help: 'What works <for you>?' });
  await second.propose('Late topic', { minutes: '5', bringer: '' });
  const page = await second.page();
  expect(page).toContain('80 of 60 minutes, 20 too many');
  expect(rowOf(page, 'Vendor risk')).toContain('You bring it');
  expect(rowOf(await lead.page(), 'Vendor risk')).toContain(`${second.name} brings it`);
  expect(rowOf(page, 'Estimates')).toContain('What works &lt;for you&gt;?');
  expect(rowOf(page, 'Late topic')).toContain('Nobody brings it yet');

  const topics = async () => (await lead.order()).filter((title) => /Vendor|Estimates|Late/.test(title));
  expect(await topics()).toEqual(['Vendor risk', 'Estimates', 'Late topic']);
  expect((await lead.press('item.move', 'Estimates', up('Estimates'))).status).toBe(303);
  expect(await topics()).toEqual(['Estimates', 'Vendor risk', 'Late topic']);
  await lead.press('item.move', 'Estimates', down('Estimates'));
  expect((await lead.edit('Late topic', { minutes: '15', title: 'Late but good' })).status).toBe(303);
  expect(rowOf(await second.page(), 'Late but good')).toContain('15 min');

  await lead.press('vote.cast', 'Late but good', dots('2 dots'));
  await second.press('vote.cast', 'Late but good', dots('1 dot'));
  await second.press('vote.cast', 'Estimates', dots('1 dot'));
  expect(await second.page()).toContain('1 of your 3 dots left');
  expect(await second.page()).toContain('2 of 4 have voted');
  expect(formsIn(await second.page()).filter(({ fields }) => fields.intent === 'voting.close')).toEqual([]);
  expect((await sendForm(lead.visitor, place, { intent: 'voting.close' })).status).toBe(303);
  const closed = await second.page();
  expect(closed).toContain('Voting is closed');
  expect(rowOf(closed, 'Late but good')).toContain('3 dots');
  expect(await topics()).toEqual(['Late but good', 'Estimates', 'Vendor risk']);

  expect((await second.withdraw('Vendor risk')).status).toBe(303);
  expect(await lead.order()).not.toContain('Vendor risk');
});

test('without script one comes back to the item one has pressed at; with it, to the page as it stands', async () => {
  const { place, members, idOf } = await anAgenda(server);
  const [lead] = members;
  await lead?.propose('First');
  await lead?.propose('Second');
  const item = await idOf('Second');
  const form = formWith((await lead?.page()) ?? '', { intent: 'item.move', item });
  const press = (from: Record<string, string>, commandId: string) =>
    lead?.visitor.post(place, { ...form.fields, commandId, after: '' }, from);
  const page = await press({ 'sec-fetch-dest': 'document' }, server.house.newId());
  expect(page?.location).toBe(`${place}#item-${item}`);
  expect((await press({ 'sec-fetch-dest': 'empty' }, server.house.newId()))?.location).toBe(place);
});

test('two members move at the same moment: both see one order, and nothing is lost', async () => {
  const { place, members, idOf } = await anAgenda(server);
  const [lead, second] = members;
  if (!lead || !second) throw new RangeError();
  const titles = ['A', 'B', 'C', 'D', 'E'];
  for (const title of titles) await lead.propose(title);
  for (let round = 0; round < 4; round += 1) {
    const [first = '', , third = '', , last = ''] = await lead.order();
    const to = async (item: string, after: string) => ({
      ...{ intent: 'item.move', commandId: server.house.newId() },
      ...{ item: await idOf(item), after: after && (await idOf(after)) },
    });
    const [mine, theirs] = [await to(last, first), await to(third, '')];
    const sent = await Promise.all([lead.visitor.post(place, mine), second.visitor.post(place, theirs)]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    const [here, there] = await Promise.all([lead.order(), second.order()]);
    expect(here).toEqual(there);
    expect(here.toSorted()).toEqual(titles);
    expect(here.indexOf(last)).toBe(here.indexOf(first) + 1);
    expect(here[0]).toBe(third);
  }
});

test('once the meeting runs, its lead arranges, and what runs or is done stands still', async () => {
  const { house, clock } = server;
  const { place, meeting, members, idOf } = await anAgenda(server, 3, 60_000);
  const [lead, second] = members;
  if (!lead || !second) throw new RangeError();
  for (const title of ['A', 'B', 'C']) await second.propose(title);
  for (const { id } of members) await ask(house, meeting, null, { kind: 'attendance.arrive', person: id });
  clock.advance(60_000);
  await ask(house, meeting, lead.id, { kind: 'item.start', item: await idOf('A'), rev: 0 });

  const page = await second.page();
  expect(rowOf(page, 'A')).toContain('Running now');
  const forms = formsIn(page).map(({ fields }) => fields);
  const running = await idOf('A');
  expect(forms.filter(({ item }) => item === running)).toEqual([]);
  expect(forms.filter(({ intent }) => intent === 'item.move' || intent === 'format.choose')).toEqual([]);
  expect(forms.filter(({ intent }) => intent === 'item.edit')).toHaveLength(2);
  const move = { intent: 'item.move', item: await idOf('C'), after: running };
  const refused = await second.visitor.post(place, { ...move, commandId: house.newId() });
  expect(refused.status).toBe(403);
  expect(refused.body).toContain('Only the facilitator can do that right now.');
  expect((await lead.press('item.move', 'C', up('C'))).status).toBe(303);
  expect(await second.order()).toEqual(['A', 'C', 'B']);
  const frozen = await lead.visitor.post(place, {
    ...move,
    item: running,
    after: '',
    commandId: house.newId(),
  });
  expect(frozen.status).toBe(409);
  expect(await second.order()).toEqual(['A', 'C', 'B']);
});
