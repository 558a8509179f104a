// Who is gone is gone in the log too, whatever was being written when they went; and then nobody looks any more.
import { afterAll, afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { holdLog } from '#db/room.ts';
import { openPresence, type PresenceBook } from '#server/live/presence.ts';
import { openSeats } from '#server/processes/open-seats.ts';
import { aMeetingRoom, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { openRoomHouse } from '#test/harness/room-house.ts';
import { until } from '#test/harness/until.ts';

let setBack = 0;
const { house, database, close } = await openRoomHouse({ now: () => Date.now() - setBack });
const seats = openSeats(house, {
  interest: () => presence.rooms(),
  here: () => presence.here(),
  changed: () => {},
  stored: () => {},
  ended: () => {},
});
const presence: PresenceBook = openPresence(
  house,
  { grace: 200, return: 600_000, look: 50, lead: 90_000 },
  seats,
);
let room: MeetingRoom;

beforeEach(async () => {
  setBack = 0;
  room = await aMeetingRoom(house, 2);
});
// A room with nobody in it is not looked at for ever.
afterEach(() => until(() => expect(presence.rooms()).toEqual([])));
afterAll(async () => {
  presence.close();
  await seats.close();
  await close();
});

const sit = (person = '') => presence.sit(room.meeting, person);
const rise = (person = '') => presence.rise(room.meeting, person);
async function untilPresent(people: string[]): Promise<void> {
  await until(async () => {
    const state = await house.rooms.state(room.meeting);
    expect(state && presentPeople(state).sort()).toEqual(people.sort());
  });
}
const events = async (kind: string) =>
  (await house.rooms.since(room.meeting, 0, 1_000)).filter((event) => event.kind === kind);

/** Nothing gets into the log while `task` runs. */
async function whileLogIsHeld(task: () => Promise<void>): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    await holdLog(tx, room.meeting);
    await task();
  });
}
async function untilSomethingIsBeingWritten(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await until(async () => expect((await database.pool.query(waiting)).rowCount).toBeGreaterThan(0));
}

test('P13 who goes while their arriving is being written has left', async () => {
  const [ana] = room.members;
  await whileLogIsHeld(async () => {
    sit(ana);
    await untilSomethingIsBeingWritten();
    rise(ana);
  });
  await until(async () => expect(await events('attendance.arrived')).toHaveLength(1));
  await untilPresent([]);
});

test('P13 who goes while somebody else’s leaving is being written has left', async () => {
  const [ana = '', ben = ''] = room.members;
  for (const person of [ana, ben]) sit(person);
  await untilPresent([ana, ben]);
  await whileLogIsHeld(async () => {
    rise(ana);
    await untilSomethingIsBeingWritten();
    rise(ben);
  });
  await untilPresent([]);
});

test('P13 who comes back while their leaving is being written has arrived again', async () => {
  const [ana = ''] = room.members;
  sit(ana);
  await untilPresent([ana]);
  await whileLogIsHeld(async () => {
    rise(ana);
    await untilSomethingIsBeingWritten();
    sit(ana);
  });
  await until(async () => expect(await events('attendance.arrived')).toHaveLength(2));
  await untilPresent([ana]);
  rise(ana);
  await untilPresent([]);
});

test('P13 a leaving that cannot be written is written when it can, once', async () => {
  const [ana = ''] = room.members;
  sit(ana);
  await untilPresent([ana]);
  // More often than a command is decided anew before it is refused as `busy`.
  await database.pool.query(`create sequence tries;
    alter table room_event add constraint shut check (kind <> 'attendance.left' or nextval('tries') > 20) not valid`);
  onTestFinished(async () => {
    await database.pool.query('alter table room_event drop constraint shut');
  });
  rise(ana);
  await untilPresent([]);
  expect(await events('attendance.left')).toHaveLength(1);
});

test('P13 the grace is the same when the clock is set back, also to before the door opened', async () => {
  const [ana = ''] = room.members;
  sit(ana);
  await untilPresent([ana]);
  rise(ana);
  setBack = 3_600_000;
  await untilPresent([]);
});
