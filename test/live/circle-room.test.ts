// A circle's room over the socket: the doors are a meeting room's, and nobody's coming and going is written down.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { insertCircleRoom } from '#db/circle.ts';
import { readEvents } from '#db/room-log.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';

let server: LiveServer;
let circle: string;
let members: string[];
let stranger: string;
const lines: Line[] = [];

const log = () => readEvents(server.house().db, circle, 0, 1_000);
async function lineOf(person: string): Promise<Line> {
  const line = await openLine(server.origin, { cookie: (await server.signIn(person)).cookie });
  lines.push(line);
  return line;
}

beforeAll(async () => {
  server = await startLiveServer();
  ({ circle, members } = await aMeetingRoom(server.house(), 3));
  stranger = (await aMeetingRoom(server.house(), 1)).members[0] ?? '';
  await insertCircleRoom(server.house().db, circle);
});
afterAll(async () => {
  for (const line of lines) line.close();
  await server.close();
});

test('P1 P2 P6 what one member writes, every member who is there hears, once and in order', async () => {
  const [ana, ben] = [await lineOf(members[0] ?? ''), await lineOf(members[1] ?? '')];
  for (const line of [ana, ben]) expect(isRefusal(await line.enter(circle))).toBe(false);
  const begin = randomUUID();
  await ana.command(circle, { kind: 'message.post', message: begin, text: 'a question' });
  await ben.command(circle, {
    kind: 'message.post',
    message: randomUUID(),
    text: 'an answer',
    thread: begin,
  });
  await until(() => expect(ana.events()).toHaveLength(2));
  expect(ana.events()).toEqual(await log());
  expect(ben.events()).toEqual(ana.events());
});

test('P13 who is there is told, and not written down', async () => {
  const [ana, ben] = lines;
  await until(() => expect(ana?.presences.at(-1)?.here.toSorted()).toEqual(members.slice(0, 2).toSorted()));
  await ben?.send('leave', { room: circle });
  await until(() => expect(ana?.presences.at(-1)?.here).toEqual([members[0]]));
  expect((await log()).map(({ kind }) => kind)).toEqual(['message.posted', 'message.posted']);
});

test('P7 P11 strangers stay outside, and whoever is removed is cut off at once', async () => {
  const outside = await lineOf(stranger);
  expect(await outside.enter(circle)).toMatchObject({ refused: 'not-found' });
  const hello = { kind: 'message.post' as const, message: randomUUID(), text: 'hello' };
  expect(await outside.command(circle, hello)).toMatchObject({ refused: 'not-found' });
  const third = await lineOf(members[2] ?? '');
  await third.enter(circle);
  await removeMember(server.house(), members[0] ?? '', { circleId: circle, personId: members[2] ?? '' });
  await until(() => expect(third.cuts).toEqual([{ room: circle }]));
  expect(await third.command(circle, hello)).toMatchObject({ refused: 'not-found' });
  expect(await third.enter(circle)).toMatchObject({ refused: 'not-found' });
  expect(outside.frames).toEqual([]);
});

test('what one device has read, all devices of that person know at once; nobody else does', async () => {
  const [ana] = lines;
  const [tablet, ben] = [await lineOf(members[0] ?? ''), await lineOf(members[1] ?? '')];
  const version = (await log()).at(-1)?.version ?? 0;
  expect(await ana?.send('read', { room: circle, version })).toEqual({ version });
  await until(() => expect(tablet.unread).toEqual([{ room: circle, version }]));
  expect(await tablet.send('read', { room: circle, version })).toMatchObject({ refused: 'not-found' });

  await ana?.command(circle, { kind: 'message.post', message: randomUUID(), text: 'more' });
  await until(() => expect(ben.unread).toEqual([{ room: circle, version: null }]));
  expect(lines.at(-3)?.unread).toEqual([]);
});
