import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '#app/domain/refusal.ts';
import { askStraight } from '#db/straight.ts';
import { type TestDatabase, testDatabase } from '#test/harness/database.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let database: TestDatabase;
let ground: RoomHouse;
let meeting: MeetingRoom;

beforeAll(async () => {
  // One connection, so that we can look at what it remembers.
  database = await testDatabase({ poolSize: 1 });
  ground = await openRoomHouse({ database });
  meeting = await aMeetingRoom(ground.house, 4);
});
afterAll(async () => {
  await ground.close();
  await database.drop();
});

async function events() {
  const { db } = ground.house;
  return db.selectFrom('room_event').selectAll().where('room_id', '=', meeting.meeting).execute();
}

test('what is appended comes back as it was, to the millisecond and the character', async () => {
  const text = '{"a, b"} \\ \'quoted\' null, and 👩‍🚀';
  const [author = ''] = meeting.members;
  const message = randomUUID();
  const done = await ask(ground.house, meeting.meeting, author, { kind: 'message.post', message, text });
  if (isRefusal(done)) throw new Error(done.refused);

  const [remembered] = await ground.house.rooms.since(meeting.meeting, done.version - 1);
  ground.house.rooms.forget(meeting.meeting);
  const [read] = await ground.house.rooms.since(meeting.meeting, done.version - 1);
  expect(read).toEqual(remembered);
  expect(read).toMatchObject({ kind: 'message.posted', text, message, actor: author });
});

test('what is appended has connections of its own, and is prepared once on each of them', async () => {
  const { rows } = await database.pool.query('select name from pg_prepared_statements');
  expect(rows).toEqual([]);
  const text = `select name from pg_prepared_statements where name <> 'look'`;
  expect(await askStraight(database.db, { name: 'look', text }, [])).toEqual(['append']);
});

test('P11 whatever ends a membership is counted, once, in every log of the circle', async () => {
  const { db } = ground.house;
  const other = await aMeetingRoom(ground.house, 3);
  const count = async () => {
    const { departures } = await db
      .selectFrom('room')
      .select('departures')
      .where('id', '=', other.meeting)
      .executeTakeFirstOrThrow();
    return departures;
  };
  const [one = '', two = ''] = other.members;
  const end = { left_at: new Date(), left_how: 'left' } as const;
  const before = await count();
  await db.updateTable('membership').set(end).where('person_id', '=', one).execute();
  expect(await count()).toBe(before + 1);
  // Who has left cannot leave again.
  await db.updateTable('membership').set(end).where('person_id', '=', one).execute();
  await db.deleteFrom('membership').where('person_id', '=', one).execute();
  expect(await count()).toBe(before + 1);
  await db.deleteFrom('person').where('id', '=', two).execute();
  expect(await count()).toBe(before + 2);
});

test('a person who is deleted leaves their events without a name, a room takes its events along', async () => {
  const { db } = ground.house;
  const [author = ''] = meeting.members;
  const before = await events();
  expect(before.some(({ actor_id }) => actor_id === author)).toBe(true);
  await db.deleteFrom('person').where('id', '=', author).execute();
  const after = await events();
  expect(after).toHaveLength(before.length);
  expect(after.some(({ actor_id }) => actor_id === author)).toBe(false);

  await db.deleteFrom('circle').where('id', '=', meeting.circle).execute();
  expect(await events()).toEqual([]);
});
