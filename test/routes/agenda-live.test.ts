// A form's change reaches everyone who has the page open, over the line, within a second.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { follow } from '#app/domain/meeting/sync.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { anAgenda } from '#test/harness/agendas.ts';
import { openLine } from '#test/harness/line.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import { until } from '#test/harness/until.ts';

// Each test reads many pages one after the other.
vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('P6 what one member does by forms, another hears as frames; a vote only that it was cast', async () => {
  const { meeting, members } = await anAgenda(server);
  const [lead, second] = members;
  if (!lead || !second) throw new RangeError();
  const line = await openLine(server.origin, { cookie: second.visitor.cookie(), person: second.id });
  const entered = await line.enter(meeting, { seat: false });
  if (isRefusal(entered) || !('snapshot' in entered)) throw new Error('not entered');
  const seen = () => follow(entered.snapshot, line.events()).state;

  await lead.propose('Heard');
  await until(() => expect(seen().items.map(({ title }) => title)).toEqual(['Heard']));
  await lead.propose('Heard too');
  await lead.press('item.move', 'Heard too', { name: 'after', words: 'up' });
  const order = () => seen().items.map(({ title }) => title);
  await until(() => expect(order()).toEqual(['Heard too', 'Heard']));
  await lead.edit('Heard', { title: 'Heard well' });
  await until(() => expect(order()).toEqual(['Heard too', 'Heard well']));

  await lead.press('vote.cast', 'Heard well', { name: 'dots', words: '2 dots' });
  await until(() => expect(seen().voting.voters).toEqual([lead.id]));
  expect(seen().voting.dots).toEqual({});
  expect(line.events().at(-1)).toMatchObject({ kind: 'vote.cast', item: null, dots: null });
  expect(Object.keys(seen().attendance)).toEqual([]);
  line.close();
});
