// Every socket door and every kind of command, as every kind of visitor, in one meeting from its beginning to its end,
// against the written table. What outsiders hear and what cuts do is in who-may and cutting.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { isRefusal } from '#app/domain/refusal.ts';
import { socketDoors } from '#server/live/doors.ts';
import { commandSchema } from '#server/rooms/command-schema.ts';
import { aKnownCircle, type KnownCircle, type KnownPeople } from '#test/harness/known-circle.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { ask } from '#test/harness/meeting-room.ts';
import { addParagraph } from '#test/harness/notes.ts';
import { type Kind, kinds, socketTable } from '#test/routes/authorisation-table.ts';
import { commandFor, prepare } from './authorisation-commands.ts';

let server: LiveServer;
let circle: KnownCircle;
const lines = new Map<Kind, Line>();

const roles: Record<Exclude<Kind, 'visitor'>, keyof KnownPeople> = {
  stranger: 'stranger',
  member: 'member',
  facilitator: 'facilitator',
  former: 'former',
  organizer: 'organizer',
  'group-org': 'groupOrganizer',
};

beforeAll(async () => {
  server = await startLiveServer();
  const house = server.house();
  circle = await aKnownCircle(house);
  const { facilitator, member, third } = circle.people;
  for (const { id: person } of [facilitator, member, third])
    await ask(house, circle.meetings.now, null, { kind: 'attendance.arrive', person });
  for (const [kind, role] of Object.entries(roles)) {
    const { cookie } = await server.signIn(circle.people[role].id);
    lines.set(kind as Kind, await openLine(server.origin, { cookie }));
  }
});
afterAll(async () => {
  for (const line of lines.values()) line.close();
  await server.close();
});

/** What a door says to a line, or a command of this kind to whoever sends it. */
async function answerTo(row: string, kind: Kind, line: Line): Promise<unknown> {
  const { now: room } = circle.meetings;
  if (row === 'clock') return line.send('clock', {});
  if (row === 'enter') return line.enter(room, { seat: false });
  if (row === 'leave') return line.send('leave', { room });
  if (row === 'read') return line.send('read', { room, version: 1 });
  if (row === 'typing') return line.send('typing', { room, on: true });
  const notes = notesRequests[row];
  if (notes) return line.send(row, { room, ...notes() });
  return line.command(room, await commandFor(row, { house: server.house(), circle, kind }));
}

async function outcome(row: string, kind: Kind): Promise<string> {
  const line = lines.get(kind);
  if (!line) return openLine(server.origin, {}).then(...['connected', 'no-line'].map((word) => () => word));
  const before = await versionNow();
  const answer = await answerTo(row, kind, line);
  const isWritten = (await versionNow()) !== before;
  const isCommand = commands.has(row);
  if (!isRefusal(answer)) return isWritten === isCommand ? 'ok' : `ok, ${isWritten ? 'done' : 'not done'}`;
  expect([kind, JSON.stringify(answer).includes(circle.mark)]).toEqual([kind, false]);
  return isWritten ? `${answer.refused}, yet done` : answer.refused;
}

const commands = new Set<string>(commandSchema.options.map((option) => option.shape.kind.value));

/** What is right to send to the doors of the notes. */
const notesRequests: Record<string, () => object> = {
  'notes.open': () => ({ vector: new Uint8Array() }),
  'notes.aware': () => ({ client: 1, cursor: null }),
  'notes.update': () => ({ piece: 0, pieces: 1, update: addParagraph(new Y.Doc(), 'A note') }),
  'notes.close': () => ({}),
};

const versionNow = async () => (await server.house().rooms.state(circle.meetings.now))?.version;

test('the table has a row for every door and every kind of command, and no other', () => {
  const open = Object.keys(socketDoors).filter((name) => name !== 'command');
  expect([...socketTable.keys()].sort()).toEqual([...open, ...commands].sort());
});

test.each([...socketTable])('%s', { timeout: 20_000 }, async (row, expected) => {
  await prepare(row, { house: server.house(), circle });
  const answers: Partial<Record<Kind, string>> = {};
  for (const kind of kinds) answers[kind] = await outcome(row, kind);
  expect(answers).toEqual(expected);
});

test('nobody who does not belong has heard a word', () => {
  const outside = [...lines].filter(([kind]) => kind !== 'member' && kind !== 'facilitator');
  expect(outside.map(([kind, { frames, presences }]) => [kind, frames, presences])).toEqual(
    outside.map(([kind]) => [kind, [], []]),
  );
  expect(lines.get('member')?.frames.length).toBeGreaterThan(20);
});
