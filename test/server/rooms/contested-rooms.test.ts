// Rooms to which several processes write: whoever has lost a race waits for their turn, and nobody else waits with them.
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { endMembership } from '#db/membership.ts';
import { holdLog } from '#db/room.ts';
import { readEvents } from '#db/room-log.ts';
import { until } from '#test/harness/until.ts';
import { aMeetingRoom, ask, type MeetingRoom, post } from '../../harness/meeting-room.ts';
import type { RoomHouse } from '../../harness/room-house.ts';
import { openTwoHouses } from '../../harness/two-houses.ts';

const { one, two, close } = await openTwoHouses();
afterAll(close);

const say = ({ house }: RoomHouse, { meeting, members }: MeetingRoom, who = 0, text = 'words') =>
  ask(house, meeting, members[who] ?? null, post(text));

/** A room for which the first process has just lost a race against the second. */
async function contested(): Promise<MeetingRoom> {
  const room = await aMeetingRoom(one.house, 2);
  expect(await say(two, room)).toHaveProperty('version');
  expect(await say(one, room)).toHaveProperty('version');
  return room;
}

type Transaction = Parameters<typeof holdLog>[0];

/** Holds a room's log as another process would, until it is let go; `last` is done before that. */
async function holdElsewhere({ meeting }: MeetingRoom, last?: (tx: Transaction) => Promise<unknown>) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let holding: Promise<unknown> = Promise.resolve();
  await new Promise<void>((isHeld, failed) => {
    holding = two.house.db.transaction().execute(async (tx) => {
      await holdLog(tx, meeting).then(() => isHeld(), failed);
      await released;
      await last?.(tx);
    });
  });
  return {
    async letGo() {
      release();
      await holding;
    },
  };
}

/** Until so many connections wait for a log, in this statement. */
async function waitingForLogs(count: number, statement = 'hold-log'): Promise<void> {
  await until(async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like ${`%prepared: ${statement} %`}`.execute(
      one.house.db,
    );
    expect(rows[0]?.count).toBe(count);
  });
}

test('P2 while contested rooms wait for another process, every other room goes on', async () => {
  const rooms = [await contested(), await contested()];
  const quiet = await aMeetingRoom(one.house, 2);
  const holds = await Promise.all(rooms.map((room) => holdElsewhere(room)));
  const waiting = rooms.map((room) => say(one, room));
  await waitingForLogs(2);
  expect(await say(one, quiet)).toHaveProperty('version');
  for (const { letGo } of holds) await letGo();
  for (const answer of waiting) expect(await answer).toHaveProperty('version');
});

test('P2 what comes while a room waits for its turn goes into the same commit', async () => {
  const room = await contested();
  const hold = await holdElsewhere(room);
  const before = one.frames.length;
  const first = say(one, room, 0, 'first');
  await waitingForLogs(1);
  const others = ['second', 'third', 'fourth'].map((text) => say(one, room, 1, text));
  // One turn of the event loop, and they stand in line.
  await new Promise(setImmediate);
  await hold.letGo();
  for (const answer of [first, ...others]) expect(await answer).toHaveProperty('version');
  const frames = one.frames.slice(before).filter((frame) => frame.room === room.meeting);
  expect(
    frames.map(({ events }) => events.flatMap((event) => ('text' in event ? [event.text] : []))),
  ).toEqual([['first', 'second', 'third', 'fourth']]);
});

test('P16 whoever leaves while their words wait for the log has not said them', async () => {
  const room = await contested();
  const [, ben = ''] = room.members;
  const leave = (tx: Transaction) =>
    endMembership(tx, { circleId: room.circle, personId: ben, how: 'left', at: new Date() });
  const hold = await holdElsewhere(room, leave);
  const his = say(one, room, 1, 'from outside');
  await waitingForLogs(1);
  const hers = say(one, room, 0, 'from inside');
  await hold.letGo();
  expect(await his).toMatchObject({ refused: 'not-found' });
  expect(await hers).toHaveProperty('version');
  const log = await readEvents(one.house.db, room.meeting, 0, 100);
  expect(log.filter(({ actor }) => actor === ben)).toEqual([]);
});

test('P2 two processes that write as fast as they can both get through, and nobody is told to wait', async () => {
  const room = await contested();
  const all = [one, two].flatMap((process, who) =>
    Array.from({ length: 8 }, async (_, sender) => {
      const answers = [];
      for (let index = 0; index < 25; index += 1)
        answers.push(await say(process, room, who, `${who} ${sender} ${index}`));
      return answers;
    }),
  );
  for (const answers of await Promise.all(all)) {
    for (const answer of answers) expect(answer).toHaveProperty('version');
    const versions = answers.map((answer) => ('version' in answer ? answer.version : 0));
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  }
  const log = await readEvents(one.house.db, room.meeting, 0, 10_000);
  expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
  expect(log.filter(({ kind }) => kind === 'message.posted')).toHaveLength(402);
});

test('P2 a room is raced for again when nobody else writes to it any more', async () => {
  const room = await contested();
  for (let index = 0; index < 3; index += 1) expect(await say(one, room)).toHaveProperty('version');
  const hold = await holdElsewhere(room);
  const next = say(one, room);
  await waitingForLogs(1, 'append');
  await hold.letGo();
  expect(await next).toHaveProperty('version');
});
