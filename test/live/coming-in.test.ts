// A browser comes in once on a line: whoever comes in twice would be in every room twice, and leave it once.
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { connectAs } from '#app/screens/live/socket.ts';
import { openBareLine } from '#test/harness/bare-line.ts';
import { openLine, socketTo } from '#test/harness/line.ts';
import { openTabGround } from '#test/harness/tab-ground.ts';
import { until } from '#test/harness/until.ts';

const ground = openTabGround();
const aCookie = async () => (await ground.server.signIn(ground.room.members[0] ?? '')).cookie;

test('two parts of a page that want the line at once make one', async () => {
  const socket = socketTo(ground.server.origin, { cookie: await aCookie() });
  onTestFinished(() => void socket.disconnect());
  const told: string[] = [];
  socket.on('connect', () => told.push('came in'));
  socket.on('disconnect', (why) => told.push(why));
  const me = ground.room.members[0] ?? '';
  // The way is open and the greeting is out, without an answer yet.
  socket.io.on('open', () => connectAs(socket, me));
  connectAs(socket, me);
  await until(() => expect(told).toContain('came in'));
  // Answered behind everything that was said before.
  await socket.emitWithAck('clock', {});
  expect(told).toEqual(['came in']);
});

test('who wants the line in another name while it is on its way has it in that name', async () => {
  const [ana = '', ben = ''] = ground.room.members;
  const socket = socketTo(ground.server.origin, { cookie: (await ground.server.signIn(ben)).cookie });
  onTestFinished(() => void socket.disconnect());
  const refused: string[] = [];
  socket.on('connect_error', ({ message }) => refused.push(message));
  socket.io.once('open', () => connectAs(socket, ben));
  connectAs(socket, ana);
  await until(() => expect(socket.connected).toBe(true));
  expect(refused).toEqual([]);
});

test('a line on which somebody comes in again before they are in is ended', async () => {
  const { socket, say } = await openBareLine(ground.server.origin, await aCookie());
  const ended = once(socket, 'close');
  const cameIn: string[] = [];
  socket.on('message', (said) => cameIn.push(String(said)));
  for (let time = 0; time < 100; time += 1) say('40');
  await ended;
  expect(cameIn).toEqual([]);
});

test('one person has no more than a hundred lines; when one ends there is place for another', async () => {
  const cookie = await aCookie();
  const open = () => openLine(ground.server.origin, { cookie });
  const lines = await Promise.all(Array.from({ length: 100 }, open));
  onTestFinished(() => {
    for (const line of lines) line.close();
  });
  await expect(open()).rejects.toThrow('limit-reached');
  lines.pop()?.close();
  await until(async () => lines.push(await open()));
  const { cookie: other } = await ground.server.signIn(ground.room.members[1] ?? '');
  lines.push(await openLine(ground.server.origin, { cookie: other }));
});
