// What is kept of a long log: it saves folding, and changes nothing else.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyCircleRoom } from '#app/domain/circle/room.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { insertCircleRoom } from '#db/circle.ts';
import { appendToLogs } from '#db/room-append.ts';
import { readEvents } from '#db/room-log.ts';
import { keepSnapshot, listRoomsToKeep } from '#db/room-snapshot.ts';
import { jobList } from '#server/jobs/job-list.ts';
import { foldName } from '#server/rooms/fold-name.ts';
import { GROWN_BY, keepRoom } from '#server/rooms/keep-snapshots.ts';
import { granted } from '#test/harness/circles.ts';
import { aMeetingRoom, ask, type MeetingRoom, post } from '#test/harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';
import { life, live } from '../../domain/meeting/meeting-arbitrary.ts';
import { circle as people } from '../../domain/meeting/meeting-builder.ts';

let ground: RoomHouse;
let room: MeetingRoom;
let ana: string;

beforeAll(async () => {
  ground = await openRoomHouse();
});
beforeEach(async () => {
  room = await aMeetingRoom(ground.house, 3);
  [ana = ''] = room.members;
  await insertCircleRoom(ground.house.db, room.circle);
});
afterAll(() => ground.close());

const db = () => ground.house.db;
const stored = (id: string) =>
  db().selectFrom('room_snapshot').selectAll().where('room_id', '=', id).executeTakeFirst();
const kept = async (id: string) => JSON.stringify((await stored(id))?.state ?? null);

/** The state of a room that nobody has in memory, and what it would be without snapshots. */
async function opened(id: string) {
  ground.house.rooms.forget(id);
  const state = await ground.house.rooms.state(id);
  return state;
}
async function foldedFromZero(id: string) {
  await db().deleteFrom('room_snapshot').execute();
  return opened(id);
}
async function append(id: string, expected: number, events: LoggedMeetingEvent[]): Promise<void> {
  const taken = { room: id, expected, departures: 0, events, commands: new Map() };
  if (events.length > 0) expect(await appendToLogs(db(), [taken])).toEqual(new Set([id]));
}

/** So many lines of one person in the circle's room, some of them answers. */
async function talk(count: number, expected = 0): Promise<void> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const lines = ids.map((message, index): LoggedMeetingEvent => {
    const thread = index % 3 === 2 ? ids[Math.floor(index / 3)] : undefined;
    const words = {
      kind: 'message.posted' as const,
      message,
      text: `line ${index}`,
      ...(thread && { thread }),
    };
    return { ...words, version: expected + index + 1, at: index, actor: ana, command: null };
  });
  await append(room.circle, expected, lines);
}
async function say(text: string): Promise<string> {
  const message = randomUUID();
  granted(await ask(ground.house, room.circle, ana, { kind: 'message.post', message, text }));
  return message;
}

/** Names of people and things as the database wants them. */
const uuids = new Map<string, string>([...people, 'eve'].map((name) => [name, randomUUID()]));
const withIds = (log: LoggedMeetingEvent[]): LoggedMeetingEvent[] =>
  JSON.parse(JSON.stringify(log), (key, value) =>
    key === 'command'
      ? null
      : key === 'actor' && value !== null
        ? uuids.get(value)
        : (uuids.get(value) ?? value),
  );

test('a snapshot and the events after it come to what the whole log comes to, wherever it was made', async () => {
  await fc.assert(
    fc.asyncProperty(life, fc.double({ min: 0, max: 1, noNaN: true }), async (random, share) => {
      const { meeting } = await aMeetingRoom(ground.house, 1);
      await db().deleteFrom('room').where('id', '=', meeting).execute();
      await db()
        .insertInto('room')
        .values({ id: meeting, circle_id: room.circle, meeting_id: meeting })
        .execute();
      const log = withIds(live(random).log);
      const cut = Math.floor(log.length * share);
      await append(meeting, 0, log.slice(0, cut));
      await keepRoom(ground.house, meeting);
      await append(meeting, cut, log.slice(cut));
      const state = await opened(meeting);
      expect(state).toStrictEqual(await foldedFromZero(meeting));
      expect(JSON.stringify(state)).toBe(JSON.stringify(fold(await readEvents(db(), meeting, 0, 10_000))));
    }),
    { numRuns: 25 },
  );
});

test('the job keeps long rooms, reads on from there, and holds lines, threads and the newest events as before', async () => {
  await talk(GROWN_BY - 1);
  await jobList['keep-snapshots'].run(ground.house, {}, { id: '1' });
  expect(await stored(room.circle)).toBeUndefined();
  await talk(600, GROWN_BY - 1);
  await jobList['keep-snapshots'].run(ground.house, {}, { id: '2' });
  expect(await stored(room.circle)).toMatchObject({ version: GROWN_BY + 599, fold: foldName() });
  const since = () => ground.house.rooms.since(room.circle, GROWN_BY + 99);
  const [state, tail] = [await opened(room.circle), await since()];
  expect(tail).toHaveLength(500);
  expect(state).toStrictEqual(fold(await readEvents(db(), room.circle, 0, 10_000), emptyCircleRoom));
  expect(state).toStrictEqual(await foldedFromZero(room.circle));
  expect(await since()).toEqual(tail);
});

test('what is kept is read, and nothing before it', async () => {
  await talk(600);
  await keepRoom(ground.house, room.circle);
  await db()
    .updateTable('room_snapshot')
    .set({ state: JSON.stringify({ ...emptyCircleRoom, version: 600 }) })
    .execute();
  await say('after it');
  expect((await opened(room.circle))?.messages.map(({ text }) => text)).toEqual(['after it']);
});

test('time in the log does not run backwards where the snapshot stands for all of it', async () => {
  const later = ground.house.now() + 3_600_000;
  const line = {
    kind: 'message.posted' as const,
    message: randomUUID(),
    text: 'from a clock that was ahead',
  };
  await append(room.circle, 0, [{ ...line, version: 1, at: later, actor: ana, command: null }]);
  await keepRoom(ground.house, room.circle);
  await opened(room.circle);
  await say('after it');
  expect((await readEvents(db(), room.circle, 1, 1))[0]?.at).toBe(later);
});

test('one that other rules made, or that is ahead of its log, is not read', async () => {
  await talk(3);
  const truth = await opened(room.circle);
  const odd = { ...emptyCircleRoom, version: 3 };
  await keepSnapshot(db(), { room: room.circle, state: odd, fold: 'other rules', erased: 0 });
  expect(await opened(room.circle)).toStrictEqual(truth);
  expect(await listRoomsToKeep(db(), { fold: foldName(), grownBy: 3, limit: 1_000 })).toContain(room.circle);
  const ahead = { ...emptyCircleRoom, version: 4 };
  await keepSnapshot(db(), { room: room.circle, state: ahead, fold: foldName(), erased: 0 });
  expect(await opened(room.circle)).toStrictEqual(truth);
});

test('P12 on a log with an event that only a newer Rondo knows nothing is decided', async () => {
  const { version } = (await opened(room.meeting)) ?? emptyMeeting;
  const strange = { kind: 'song.sung', version: version + 1, at: 0, actor: null, command: null };
  await append(room.meeting, version, [strange as unknown as LoggedMeetingEvent]);
  expect(await ask(ground.house, room.meeting, ana, post())).toMatchObject({ refused: 'busy' });
  await expect(opened(room.meeting)).rejects.toThrow('song.sung');
  expect(await readEvents(db(), room.meeting, version + 1, 10)).toEqual([]);
});

test('an older state never takes the place of a newer one', async () => {
  await talk(3);
  const older = { room: room.circle, fold: foldName(), erased: 0 };
  expect(await keepRoom(ground.house, room.circle)).toBe(true);
  expect(await keepSnapshot(db(), { ...older, state: { ...emptyCircleRoom, version: 2 } })).toBe(false);
  expect(await stored(room.circle)).toMatchObject({ version: 3 });
});

test('K2 words that are taken back are in no snapshot from that moment on, whoever made one meanwhile', async () => {
  const message = await say('the giraffe');
  await keepRoom(ground.house, room.circle);
  expect(await kept(room.circle)).toContain('giraffe');
  const before = {
    room: room.circle,
    state: (await opened(room.circle)) ?? emptyCircleRoom,
    fold: foldName(),
  };
  granted(await ask(ground.house, room.circle, ana, { kind: 'message.retract', message }));
  expect(await kept(room.circle)).not.toContain('giraffe');
  // Somebody read the log before that, and comes to store what they made of it only now.
  expect(await keepSnapshot(db(), { ...before, erased: 0 })).toBe(false);
  expect(await kept(room.circle)).toBe('null');
  await keepRoom(ground.house, room.circle);
  expect(await kept(room.circle)).not.toContain('giraffe');
  expect((await opened(room.circle))?.messages).toMatchObject([{ id: message, text: null }]);
});

test('K2 whoever stores a snapshot while words are taken out waits for that, and then does not', async () => {
  await say('the okapi');
  const state = (await opened(room.circle)) ?? emptyCircleRoom;
  let storing: Promise<boolean> | undefined;
  await db()
    .transaction()
    .execute(async (tx) => {
      await tx.updateTable('room_event').set({ body: '{}' }).where('room_id', '=', room.circle).execute();
      storing = keepSnapshot(db(), { room: room.circle, state, fold: foldName(), erased: 0 });
      await expect.poll(waitingForLock).toBe(1);
    });
  expect(await storing).toBe(false);
  expect(await kept(room.circle)).toBe('null');
});

async function waitingForLock(): Promise<number> {
  const { rows } = await ground.database.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length;
}

test('a person who is deleted, and events that are taken out, take the snapshots along; a room takes its own', async () => {
  await say('hello');
  await keepRoom(ground.house, room.circle);
  expect(await kept(room.circle)).toContain(ana);
  await db().deleteFrom('person').where('id', '=', ana).execute();
  expect(await kept(room.circle)).toBe('null');
  await keepRoom(ground.house, room.circle);
  expect((await stored(room.circle))?.state).not.toBeNull();
  await db().deleteFrom('room_event').where('room_id', '=', room.circle).execute();
  expect(await kept(room.circle)).toBe('null');
  await db().deleteFrom('circle').where('id', '=', room.circle).execute();
  expect(await stored(room.circle)).toBeUndefined();
});
