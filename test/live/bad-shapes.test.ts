// Anything at all may come over the wire: what is no request of ours is refused by name, and nobody else notices.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { readEvents } from '#db/room-log.ts';
import { everyCommand } from '#test/harness/every-command.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { untilArrived } from '#test/harness/until-arrived.ts';

let server: LiveServer;
let room: MeetingRoom;
let line: Line;
let other: Line;

const lineOf = async (person = '') =>
  openLine(server.origin, { cookie: (await server.signIn(person)).cookie });
const log = () => readEvents(server.house().db, room.meeting, 0, 10_000);

beforeAll(async () => {
  server = await startLiveServer();
  room = await aMeetingRoom(server.house(), 2);
  line = await lineOf(room.members[0]);
  other = await lineOf(room.members[1]);
  await line.enter(room.meeting);
  await other.enter(room.meeting);
  await untilArrived(server.house(), room.meeting, room.members);
});
afterAll(async () => {
  line.close();
  other.close();
  await server.close();
});

const odd: [string, unknown][] = [
  ['nothing', null],
  ['a number', 7],
  ['a word', 'enter'],
  ['a list', [1, 2, 3]],
  ['an empty object', {}],
  ['a prototype', JSON.parse('{"__proto__":{"room":"x"},"constructor":{}}')],
  ['bytes', Buffer.from([1, 2, 3])],
];

const doors = ['enter', 'leave', 'command', 'typing'];
const notesDoors = ['notes.open', 'notes.update', 'notes.aware', 'notes.close'];

describe.each([...doors, ...notesDoors])('%s', (door) => {
  test.each(odd)('refuses %s', async (_what, request) => {
    expect(await line.send(door, request)).toMatchObject({ refused: 'bad-input' });
  });
});

test('an extra key is refused, and so is a missing one, by the name of the field', async () => {
  const good = { protocol: PROTOCOL, room: room.meeting, after: null, seat: true };
  expect(await line.send('enter', { ...good, admin: true })).toMatchObject({ refused: 'bad-input' });
  expect(await line.send('enter', { ...good, seat: undefined })).toMatchObject({ field: 'seat' });
  expect(await line.send('enter', { ...good, after: -1 })).toMatchObject({ field: 'after' });
  expect(await line.send('clock', { now: 1 })).toMatchObject({ refused: 'bad-input' });
});

test('every kind of command refuses a key it does not know, a field of another type, and an id that is none', async () => {
  const before = await log();
  for (const command of Object.values(everyCommand(room.members[0] ?? ''))) {
    const send = (changed: object, id: unknown = randomUUID()) =>
      line.send('command', { room: room.meeting, id, command: { ...command, ...changed } });
    const first = Object.keys(command).find((key) => key !== 'kind');
    expect(await send({ extra: 1 })).toMatchObject({ refused: 'bad-input' });
    expect(await send({}, 'not-an-id')).toMatchObject({ refused: 'bad-input', field: 'id' });
    if (first) expect(await send({ [first]: { deep: [] } })).toMatchObject({ refused: 'bad-input' });
  }
  expect(await log()).toEqual(before);
});

test('words of only white space, too many of them, and invisible ones never reach the log', async () => {
  const post = (text: string) =>
    line.command(room.meeting, { kind: 'message.post', message: randomUUID(), text });
  const before = (await log()).length;
  for (const text of ['', '   \n ', '\u0000\u0007', 'x'.repeat(8_001)])
    expect(await post(text)).toMatchObject({ refused: 'bad-input', field: 'command.text' });
  expect((await log()).length).toBe(before);

  await post('a\u0000b\u202ec\ud800');
  expect((await log()).at(-1)).toMatchObject({ text: 'abc' });
});

test('something wide within the size is refused like any other shape', async () => {
  const command = Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`k${index}`, 1]));
  expect(await line.send('command', { room: room.meeting, id: randomUUID(), command })).toMatchObject({
    refused: 'bad-input',
  });
});

test.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
])('%s within one another, as deep as the size allows, do no harm', async (_what, open, shut) => {
  const before = await log();
  const deep =
    open.repeat(60_000 / (open.length + 1)) +
    (open === '[' ? '' : '1') +
    shut.repeat(60_000 / (open.length + 1));
  // As packets, because a client of ours could not even write it.
  for (const packet of [`2["command",${deep}]`, `2["command",{"room":${deep}}]`, `2777["enter",${deep}]`])
    line.socket.io.engine.write(packet);
  expect(await line.send('clock', {})).toHaveProperty('received');
  expect(line.socket.connected).toBe(true);
  expect(await log()).toEqual(before);
});

test('more than 64 KiB ends the line, and only this line', async () => {
  const own = await lineOf(room.members[0]);
  await own.enter(room.meeting);
  own.socket.io.reconnection(false);
  const gone = new Promise((resolve) => own.socket.once('disconnect', resolve));
  own.socket.emit(
    'command',
    {
      room: room.meeting,
      id: randomUUID(),
      command: { kind: 'message.post', message: randomUUID(), text: 'x'.repeat(70_000) },
    },
    () => {},
  );
  await gone;
  expect(await other.send('clock', {})).toHaveProperty('received');
  expect((await log()).some((event) => 'text' in event && (event.text?.length ?? 0) > 8_000)).toBe(false);
});

test('doors that do not exist open nothing', async () => {
  line.socket.emit('shutdown' as 'leave', { room: room.meeting }, () => {});
  line.socket.emit('constructor' as 'leave', { room: room.meeting }, () => {});
  expect(await line.send('clock', {})).toHaveProperty('received');
});
