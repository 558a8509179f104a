// Whoever does not belong learns nothing and changes nothing, by any door of the socket.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readEvents } from '#db/room-log.ts';
import { socketDoors } from '#server/live/doors.ts';
import { commandSchema } from '#server/rooms/command-schema.ts';
import { everyCommand } from '#test/harness/every-command.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { addParagraph } from '#test/harness/notes.ts';
import { until } from '#test/harness/until.ts';
import { untilArrived } from '#test/harness/until-arrived.ts';

let server: LiveServer;
let room: MeetingRoom;
let member: Line;
/** People who do not belong: a stranger with a circle of their own, and somebody who was removed. */
const outsiders: Record<string, { id: string; line: Line }> = {};

const lineOf = async (person: string) =>
  openLine(server.origin, { cookie: (await server.signIn(person)).cookie });
const log = () => readEvents(server.house().db, room.meeting, 0, 10_000);

beforeAll(async () => {
  server = await startLiveServer();
  const house = server.house();
  room = await aMeetingRoom(house, 4);
  const elsewhere = await aMeetingRoom(house, 2);
  const [ana = '', , , former = ''] = room.members;
  const [stranger = ''] = elsewhere.members;
  member = await lineOf(ana);
  await member.enter(room.meeting);
  await untilArrived(house, room.meeting, [ana]);
  for (const [name, id] of Object.entries({ stranger, former }))
    outsiders[name] = { id, line: await lineOf(id) };
  await house.db
    .updateTable('membership')
    .set({ left_at: new Date(), left_how: 'removed' })
    .where('person_id', '=', former)
    .execute();
});
afterAll(async () => {
  member.close();
  for (const { line } of Object.values(outsiders)) line.close();
  await server.close();
});

describe('the handshake', () => {
  test.each([
    ['nobody signed in', async () => ({})],
    ['a cookie that is none of ours', async () => ({ cookie: `__Host-sid=${'a'.repeat(43)}` })],
    ['a page of somebody else', async () => ({ ...(await signedIn()), person: randomUUID() })],
  ])('%s: no connection', async (_who, options) => {
    await expect(openLine(server.origin, await options())).rejects.toThrow('signed-out');
  });

  test.each([
    ['another site', 'https://evil.example'],
    ['another port of this machine', 'http://127.0.0.1:1'],
    ['no origin at all', null],
    ['an origin that hides', 'null'],
  ])('%s: no connection', async (_where, origin) => {
    await expect(openLine(server.origin, { ...(await signedIn()), origin })).rejects.toThrow();
  });

  test('a sign-in that was ended: no connection', async () => {
    const { cookie, session } = await server.signIn(room.members[1] ?? '');
    await server.house().sessions.end(session);
    await expect(openLine(server.origin, { cookie })).rejects.toThrow('signed-out');
  });
});

const signedIn = async () => ({ cookie: (await server.signIn(room.members[0] ?? '')).cookie });

describe.each(['stranger', 'former'])('a %s member', (name) => {
  test('finds no room to enter, seated or not, and hears nothing of it, not even while it is refused', async () => {
    const { line } = outsiders[name]!;
    const tries = Array.from({ length: 20 }, () => line.enter(room.meeting));
    for (let count = 0; count < 10; count += 1)
      await member.command(room.meeting, { kind: 'message.post', message: randomUUID(), text: 'among us' });
    await Promise.all(tries);
    for (const seat of [true, false])
      for (const after of [null, 0, 3])
        expect(await line.enter(room.meeting, { seat, after })).toMatchObject({ refused: 'not-found' });
    expect(await line.enter(randomUUID())).toEqual(await line.enter(room.meeting));

    await until(() => expect(member.events().length).toBeGreaterThanOrEqual(10));
    await line.send('clock', {});
    expect(line.frames).toEqual([]);
    expect(line.presences).toEqual([]);
  });

  test('is told not-found for every kind of command, and nothing happens', async () => {
    const { line, id } = outsiders[name]!;
    const commands = everyCommand(id);
    const before = await log();
    expect(Object.keys(commands).sort()).toEqual(kinds().sort());
    for (const command of Object.values(commands))
      expect([command.kind, await line.command(room.meeting, command)]).toMatchObject([
        command.kind,
        { refused: 'not-found' },
      ]);
    expect(await log()).toEqual(before);
  });

  test('gets nothing from any other door', async () => {
    const { line } = outsiders[name]!;
    const notes = ['notes.aware', 'notes.close', 'notes.open', 'notes.update'];
    expect(Object.keys(socketDoors).sort()).toEqual([
      'clock',
      'command',
      'enter',
      'leave',
      ...notes,
      'read',
      'typing',
    ]);
    const [aware, close, open, update] = [
      { client: 1, cursor: null },
      {},
      { vector: new Uint8Array() },
      { piece: 0, pieces: 1, update: addParagraph(new Y.Doc(), 'let me') },
    ];
    for (const [index, more] of [aware, close, open, update].entries())
      expect(await line.send(notes[index] ?? '', { room: room.meeting, ...more })).toMatchObject({
        refused: 'not-found',
      });
    expect(await line.send('typing', { room: room.meeting, on: true })).toMatchObject({
      refused: 'not-found',
    });
    expect(await line.send('read', { room: room.meeting, version: 1 })).toMatchObject({
      refused: 'not-found',
    });
    expect(await line.send('leave', { room: room.meeting })).toEqual({ left: true });
    expect(member.presences.at(-1)?.typing ?? []).toEqual([]);
  });
});

test('a member who has not entered is told not-found for every kind of command', async () => {
  const [, ben = ''] = room.members;
  const line = await lineOf(ben);
  const before = await log();
  for (const command of Object.values(everyCommand(ben)))
    expect(await line.command(room.meeting, command)).toMatchObject({ refused: 'not-found' });
  expect(await log()).toEqual(before);
  line.close();
});

test('the house’s own commands are no members’ commands', async () => {
  const before = await log();
  const own = [
    { kind: 'attendance.arrive', person: room.members[2] },
    { kind: 'lead.assign', lead: room.members[0], line: [] },
    { kind: 'meeting.skip', because: 'decided' },
    { kind: 'meeting.close-forgotten' },
  ];
  for (const command of own)
    expect(await member.send('command', { room: room.meeting, id: randomUUID(), command })).toMatchObject({
      refused: 'bad-input',
    });
  expect(await log()).toEqual(before);
});

function kinds(): string[] {
  return commandSchema.options.map((option) => option.shape.kind.value);
}
