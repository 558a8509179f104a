// The house's own alarms on a real log: what is due is done once, by whoever notices first, and after a restart.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { MeetingCommand } from '#app/domain/meeting/commands.ts';
import { ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import { readEvents } from '#db/room-log.ts';
import type { House } from '#server/house.ts';
import { type Alarms, openAlarms } from '#server/rooms/open-alarms.ts';
import { until } from '#test/harness/until.ts';
import { type TestClock, testClock } from '../../harness/clock.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '../../harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '../../harness/room-house.ts';

const clock: TestClock = testClock();
const opened: Alarms[] = [];
let ground: RoomHouse;
let other: RoomHouse;
const soon = { again: 20, ahead: 3_600_000 };
const untilForgotten = 90 * 60_000;

beforeAll(async () => {
  ground = await openRoomHouse({ now: clock.now });
  other = await openRoomHouse({ database: ground.database, now: clock.now });
});
afterEach(() => {
  for (const alarms of opened.splice(0)) alarms.close();
});
afterAll(async () => {
  await other.close();
  await ground.close();
});

function alarmsIn(house: House, times = soon): Alarms {
  const alarms = openAlarms(house, times);
  opened.push(alarms);
  return alarms;
}

/** A meeting in which Person 1 was and started it, left since. */
async function aForsakenMeeting(): Promise<MeetingRoom> {
  const room = await aMeetingRoom(ground.house, 2);
  const [lead = ''] = room.members;
  await ask(ground.house, room.meeting, null, { kind: 'attendance.arrive', person: lead });
  await ask(ground.house, room.meeting, lead, { kind: 'meeting.start' });
  await ask(ground.house, room.meeting, null, { kind: 'attendance.leave', person: lead });
  return room;
}
const kindsIn = async ({ meeting }: MeetingRoom) =>
  (await readEvents(ground.house.db, meeting, 0, 1_000)).map(({ kind }) => kind);
const closings = async (room: MeetingRoom) =>
  (await kindsIn(room)).filter((kind) => kind === 'meeting.closed');

test('D2 what is not yet due waits for its time, without anybody asking again', async () => {
  const room = await aForsakenMeeting();
  clock.advance(untilForgotten - 200);
  alarmsIn(ground.house).look(room.meeting);
  expect(await closings(room)).toEqual([]);
  clock.advance(200);
  await until(async () => expect(await closings(room)).toHaveLength(1));
});

test('D1 D3 two processes that notice at once do it once', async () => {
  const room = await aForsakenMeeting();
  for (const { house } of [ground, other]) await house.rooms.state(room.meeting);
  clock.advance(untilForgotten);
  const all = [ground, other, ground, other].map(({ house }) => alarmsIn(house));
  for (const alarms of all) for (let times = 0; times < 3; times += 1) alarms.look(room.meeting);
  for (const { house } of [ground, other]) {
    await until(async () => {
      house.rooms.forget(room.meeting);
      expect((await house.rooms.state(room.meeting))?.status).toBe('closed');
    });
  }
  expect(await closings(room)).toHaveLength(1);
});

test('D1 after a restart it does what came due meanwhile', async () => {
  const room = await aForsakenMeeting();
  clock.advance(untilForgotten + 5_000);
  await alarmsIn(other.house).lookAtAll(clock.now() + ROOM_OPENS_BEFORE);
  await until(async () => expect(await closings(room)).toHaveLength(1));
});

test('D2 what the database refuses for a moment is tried again', async () => {
  const room = await aForsakenMeeting();
  clock.advance(untilForgotten);
  const { execute } = ground.house.rooms;
  let refused = 0;
  const rooms: House['rooms'] = {
    ...ground.house.rooms,
    async execute(asked) {
      if (refused < 3) {
        refused += 1;
        throw new Error('the database is away');
      }
      return execute(asked);
    },
  };
  alarmsIn({ ...ground.house, rooms }).look(room.meeting);
  await until(async () => expect(await closings(room)).toHaveLength(1));
  expect(refused).toBe(3);
});

test('D2 a vote on more time opens when the item’s time is over, and closes 20 seconds later', async () => {
  const room = await aMeetingRoom(ground.house, 2);
  const [lead = '', other = ''] = room.members;
  const item = randomUUID();
  const does = (actor: string | null, command: MeetingCommand) =>
    ask(ground.house, room.meeting, actor, command);
  for (const person of room.members) await does(null, { kind: 'attendance.arrive', person });
  await does(null, { kind: 'lead.assign', lead, line: [] });
  const topic = { title: 'Talk', itemKind: 'topic', minutes: 10, bringer: null, help: '' } as const;
  await does(lead, { kind: 'item.propose', item, ...topic });
  await does(lead, { kind: 'item.start', item, rev: 0 });
  const alarms = alarmsIn(ground.house);
  alarms.look(room.meeting);
  expect(await kindsIn(room)).not.toContain('extension.opened');

  clock.advance(10 * 60_000);
  alarms.look(room.meeting);
  await until(async () => expect((await kindsIn(room)).at(-1)).toBe('extension.opened'));
  await does(other, { kind: 'thumb.show', item, thumb: 'up' });

  clock.advance(20_000);
  alarms.look(room.meeting);
  await until(async () =>
    expect((await kindsIn(room)).slice(-3)).toEqual(['thumb.shown', 'extension.closed', 'item.extended']),
  );
});
