// A process whose database cannot be read for a moment after its start: what it has to look after, it looks after then.
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { connect } from '#db/connect.ts';
import type { House } from '#server/house.ts';
import { createHouse } from '#server/open-house.ts';
import { readSettings } from '#server/settings.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { until } from '#test/harness/until.ts';

const day = 86_400_000;
let server: LiveServer;

beforeAll(async () => {
  server = await startLiveServer({ presence: { grace: 100, return: 300, look: 100, lead: 90_000 } });
  await server.stop();
});
afterAll(() => server.close());

/** A house that nobody is connected to, on the same database. */
function quietHouse(): House {
  const connection = connect(server.database.url);
  const house = createHouse({ connection, settings: readSettings({}), log: pino({ level: 'silent' }) });
  onTestFinished(async () => {
    await house.notes.close();
    await house.rooms.close();
    await connection.close();
  });
  return house;
}

test('P13 P14 people who did not come back have left, and what came due happens, once the rooms can be read', async () => {
  const before = quietHouse();
  const [room, forgotten] = [await aMeetingRoom(before, 2), await aMeetingRoom(before, 1, Date.now() - day)];
  const [person = ''] = room.members;
  await ask(before, room.meeting, null, { kind: 'attendance.arrive', person });
  await server.database.pool.query('alter table room rename to room_elsewhere');

  await server.start();
  const { log, rooms } = server.house();
  const warned = vi.spyOn(log, 'warn');
  const faults = ['who is in the rooms could not be read', 'what the rooms wait for could not be read'];
  await until(() =>
    expect(warned.mock.calls.map(([, words]) => words)).toEqual(expect.arrayContaining(faults)),
  );
  await server.database.pool.query('alter table room_elsewhere rename to room');
  await until(async () => {
    const [state, other] = [await rooms.state(room.meeting), await rooms.state(forgotten.meeting)];
    expect(state && presentPeople(state)).toEqual([]);
    expect(other?.status).toBe('skipped');
  });
});

const attends = ({ meeting }: MeetingRoom, person = '') =>
  server.house().rooms.execute({
    ...{ room: meeting, actor: null, id: randomUUID() },
    command: { kind: 'attendance.arrive', person },
  });
const inRoom = async ({ meeting }: MeetingRoom) => {
  const state = await server.house().rooms.state(meeting);
  return state && presentPeople(state);
};

test('P13 a room that alone cannot be read keeps nothing from the others, and is looked after once it can be', async () => {
  const rooms = [await aMeetingRoom(server.house(), 1), await aMeetingRoom(server.house(), 1)];
  const [faulty, plain] = rooms as [MeetingRoom, MeetingRoom];
  for (const room of rooms) await attends(room, room.members[0]);
  await server.stop();
  const { pool } = server.database;
  await pool.query('alter table room_event rename to room_event_elsewhere');
  await pool.query(`create view room_event as
    select * from room_event_elsewhere where room_id <> '${faulty.meeting}' or 1 / (version * 0) = 1`);

  await server.start();
  await until(async () => expect(await inRoom(plain)).toEqual([]));
  await expect(inRoom(faulty)).rejects.toThrow('division by zero');
  await pool.query('drop view room_event');
  await pool.query('alter table room_event_elsewhere rename to room_event');
  await until(async () => expect(await inRoom(faulty)).toEqual([]));
});
