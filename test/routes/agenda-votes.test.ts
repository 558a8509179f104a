// V2 over HTTP: nobody sees a dot but its owner until voting closes.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anAgenda } from '#test/harness/agendas.ts';
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

/** A page without what is made anew for each answer, and without the meeting's version, which counts the votes. */
function lasting(body: string, versions: number[]): string {
  const id = formsIn(body).find(({ fields }) => fields.commandId)?.fields.commandId ?? '';
  return body
    .replaceAll(new RegExp(`${id.slice(0, -4)}[0-9a-f]{4}`, 'g'), 'SEED')
    .replaceAll(/nonce="[^"]*"/g, 'NONCE')
    .replaceAll(/(requestId\\",\\")[^\\]*/g, '$1')
    .replaceAll(new RegExp(`\\b(${versions.join('|')})\\b`, 'g'), 'VERSION');
}

/** The first place where two texts differ, with what is around it; empty when they are the same. */
function difference(one: string, other: string): string {
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  if (one === other) return '';
  return `${one.slice(at - 40, at + 80)} | ${other.slice(at - 40, at + 80)}`;
}

test('a page is the same to the byte wherever the dots of the others lie, until voting closes', async () => {
  const { house } = server;
  const { meeting, place, members, idOf } = await anAgenda(server);
  const [lead, voter, reader] = members;
  if (!lead || !voter || !reader) throw new RangeError();
  for (const title of ['Left', 'Right']) await lead.propose(title, { minutes: '50' });

  const vote = async (title: string, dots: number) =>
    ask(house, meeting, voter.id, { kind: 'vote.cast', item: await idOf(title), dots });
  const version = async () => (await house.rooms.state(meeting))?.version ?? 0;
  await vote('Left', 2);
  const first = await version();
  const before = await reader.visitor.get(place);
  await vote('Left', 0);
  await vote('Right', 2);
  const versions = [first, await version()];
  const after = await reader.visitor.get(place);
  const was = lasting(before.body, versions);
  expect(difference(lasting(after.body, versions), was)).toBe('');
  expect(await reader.page()).toContain('1 of 4 have voted');
  expect(await reader.page()).toContain('3 of your 3 dots left');
  const mine = await voter.visitor.get(place);
  expect(difference(lasting(mine.body, versions), was)).not.toBe('');
  expect(await voter.page()).toContain('1 of your 3 dots left');

  await ask(house, meeting, lead.id, { kind: 'voting.close' });
  expect(await reader.page()).toContain('2 dots');
  expect(await reader.order()).toEqual(['Right', 'Left']);
});
