// A process whose database cannot be read for a moment after its start: what it has to look after, it looks after then.
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { connect } from '#db/connect.ts';
import type { House } from '#server/house.ts';
import { createHouse } from '#server/open-house.ts';
import { readSettings } from '#server/settings.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, ask } from '#test/harness/meeting-room.ts';
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
