// The step that has everything read again: nothing is lost by it, and what was read in another way is read in today's.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertCircleRoom } from '#db/circle.ts';
import { up } from '#db/migrations/0017-search-anew.ts';
import { jobList } from '#server/jobs/job-list.ts';
import { search } from '#server/search/search.ts';
import { granted } from '#test/harness/circles.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { addParagraph } from '#test/harness/notes.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let ground: RoomHouse;
let room: MeetingRoom;
let ana: string;

beforeAll(async () => {
  ground = await openRoomHouse();
  room = await aMeetingRoom(ground.house, 1);
  [ana = ''] = room.members;
  await insertCircleRoom(ground.house.db, room.circle);
  const say = (where: string, message: string, text: string) =>
    ask(ground.house, where, ana, { kind: 'message.post', message, text });
  const [edited, taken] = [randomUUID(), randomUUID()];
  granted(await say(room.circle, edited, 'a draft'));
  granted(
    await ask(ground.house, room.circle, ana, { kind: 'message.edit', message: edited, text: 'the 预算' }),
  );
  granted(await say(room.circle, taken, '预算 taken back'));
  granted(await say(room.meeting, randomUUID(), '下一个预算'));
  granted(await ground.house.notes.write(room.meeting, ana, addParagraph(new Y.Doc(), '预算草案')));
  await find();
  granted(await ask(ground.house, room.circle, ana, { kind: 'message.retract', message: taken }));
});
afterAll(() => ground.close());

async function find() {
  const wanted = { query: '预算', circle: null, meeting: null, person: null, kind: null, page: 1 };
  const { hits } = await search(ground.house, ana, wanted);
  return hits.map(({ parts }) => parts.map(({ text }) => text).join('')).sort();
}
const takeStep = () => up(ground.house.db as Kysely<unknown>);
const rows = () => ground.house.db.selectFrom('search_line').selectAll().orderBy('id').execute();

/** As a house is that was brought up before characters were words. */
async function readBefore(): Promise<void> {
  await ground.house.db
    .updateTable('search_line')
    .set((row) => ({ plain: row.ref('text') }))
    .execute();
}

test('X6 what was read before characters were words is read again before it is searched', async () => {
  const everything = ['the 预算', '下一个预算', '预算草案'].sort();
  expect(await find()).toEqual(everything);
  const before = await rows();
  await readBefore();
  expect(await find()).toEqual([]);
  await takeStep();
  expect(await rows()).toEqual([]);
  expect(await find()).toEqual(everything);
  expect(await rows()).toEqual(before);
});

test('the job reads again what nobody looks for', async () => {
  const before = await rows();
  await takeStep();
  await jobList['bring-up-search'].run(ground.house, {}, { id: '1' });
  expect(await rows()).toEqual(before);
});
