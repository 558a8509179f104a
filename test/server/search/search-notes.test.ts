// Shared notes are searched as they are now, by those who may read them.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import type { Search } from '#app/domain/search/search.ts';
import { endMembership } from '#db/membership.ts';
import { jobList } from '#server/jobs/job-list.ts';
import { rebuildSearchRoom } from '#server/search/bring-up.ts';
import { search } from '#server/search/search.ts';
import { granted } from '#test/harness/circles.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { addParagraph, updateOf } from '#test/harness/notes.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let ground: RoomHouse;
let room: MeetingRoom;
let ana: string;
let notes: Y.Doc;

beforeAll(async () => {
  ground = await openRoomHouse();
});
beforeEach(async () => {
  room = await aMeetingRoom(ground.house, 3);
  [ana = ''] = room.members;
  notes = new Y.Doc();
});
afterAll(() => ground.close());

async function write(update: Uint8Array): Promise<void> {
  granted(await ground.house.notes.write(room.meeting, ana, update));
}
const note = (words: string) => write(addParagraph(notes, words));
async function find(query: string, { reader = ana, ...more }: Partial<Search> & { reader?: string } = {}) {
  const everything = { circle: null, meeting: null, person: null, kind: null, page: 1 };
  return (await search(ground.house, reader, { query, ...everything, ...more })).hits;
}
/** What stands in the rows of the search, read or not. */
async function rows(): Promise<string> {
  const { db } = ground.house;
  return JSON.stringify(
    await db.selectFrom('search_line').selectAll().where('room_id', '=', room.meeting).execute(),
  );
}

test('X5 what was just written is found, marked where it stands, and leads to the meeting', async () => {
  await note('The agreed budget');
  await note('is for the marmot house');
  const hits = await find('marmot');
  expect(hits).toMatchObject([
    {
      kind: 'note',
      person: null,
      circle: { id: room.circle },
      meeting: { id: room.meeting, isOver: false },
      parts: [
        { text: 'The agreed budget\nis for the ', hit: false },
        { text: 'marmot', hit: true },
        { text: ' house', hit: false },
      ],
    },
  ]);
  expect(await find('budget marmot')).toHaveLength(1);
});

test('X5 notes are narrowed by kind, meeting and circle, and are nobody’s own', async () => {
  await note('About the wombat');
  const post = { kind: 'message.post' as const, message: randomUUID(), text: 'that wombat' };
  granted(await ask(ground.house, room.meeting, ana, post));
  const kinds = async (more: Partial<Search>) => (await find('wombat', more)).map(({ kind }) => kind).sort();
  expect(await kinds({})).toEqual(['line', 'note']);
  expect(await kinds({ kind: 'note' })).toEqual(['note']);
  expect(await kinds({ kind: 'line' })).toEqual(['line']);
  expect(await kinds({ meeting: room.meeting })).toEqual(['line', 'note']);
  expect(await kinds({ meeting: randomUUID() })).toEqual([]);
  expect(await kinds({ circle: room.circle })).toEqual(['line', 'note']);
  expect(await kinds({ circle: randomUUID() })).toEqual([]);
  expect(await kinds({ person: ana })).toEqual(['line']);
});

test('nobody but current members of the circle finds them', async () => {
  await note('the pangolin');
  const [, , leaver = ''] = room.members;
  const stranger = (await aMeetingRoom(ground.house, 1)).members[0] ?? '';
  expect(await find('pangolin', { reader: leaver })).toHaveLength(1);
  expect(await find('pangolin', { reader: stranger })).toEqual([]);
  const left = { circleId: room.circle, personId: leaver, how: 'left' as const, at: new Date() };
  await endMembership(ground.house.db, left);
  expect(await find('pangolin', { reader: leaver })).toEqual([]);
  expect(await find('pangolin', { reader: stranger, meeting: room.meeting })).toEqual([]);
});

test('X5 P32 words that were taken out are not found any more, and gone from the rows when the notes are drawn together', async () => {
  await note('the giraffe');
  await note('the okapi');
  expect(await find('giraffe')).toHaveLength(1);
  await write(updateOf(notes, () => notes.getXmlFragment(NOTE_ROOT).delete(0, 1)));
  await ground.house.notes.compact(room.meeting);
  expect(await rows()).not.toContain('giraffe');
  expect(await find('giraffe')).toEqual([]);
  expect(await find('okapi')).toHaveLength(1);
  await ground.house.notes.compact(room.meeting);
  expect(await rows()).toContain('okapi');
});

test('X5 the job makes them searchable too, and reading the room anew keeps them', async () => {
  await note('the axolotl');
  await jobList['bring-up-search'].run(ground.house, {}, { id: '1' });
  expect(await rows()).toContain('axolotl');
  await rebuildSearchRoom(ground.house, { room: room.meeting, circle: room.circle, meeting: room.meeting });
  expect(await rows()).not.toContain('axolotl');
  expect(await find('axolotl')).toHaveLength(1);
});

test('X5 notes are found whatever signs are in them', async () => {
  await note('one \u0000 two\u0002 echidna\u0003 \ud800 three');
  const [hit] = await find('echidna');
  expect(hit?.parts.filter((part) => part.hit)).toEqual([{ text: 'echidna', hit: true }]);
});

test('X3 X5 notes are found in whichever form their accents came', async () => {
  await note('Das résumé über 한국어'.normalize('NFD'));
  for (const query of ['résumé', 'resume', 'über', '한국어'])
    expect(await find(query), query).toHaveLength(1);
});

test('X6 in long notes a run of frequent characters is found wherever it stands', async () => {
  for (let part = 0; part < 10; part += 1)
    await note('今天的预算已经讨论过了，我们明天再看一看其他事情'.repeat(40));
  await note('最后的决定');
  const [hit, ...more] = await find('后的决');
  expect(hit?.parts.filter((part) => part.hit)).toEqual([{ text: '后的决', hit: true }]);
  expect(more).toEqual([]);
});

test('X5 a long document is found in its pieces', async () => {
  for (let part = 0; part < 5; part += 1) await note(`quokka ${'x'.repeat(9_000)}`);
  expect(await find('quokka')).toHaveLength(3);
});

test('notes that cannot be read hold up no search, which then says that something is missing', async () => {
  await note('the numbat');
  await ground.house.db
    .updateTable('note_update')
    .set({ update: Buffer.from([1, 2, 3]) })
    .where('meeting_id', '=', room.meeting)
    .execute();
  const wanted = { query: 'numbat', circle: null, meeting: null, person: null, kind: null, page: 1 };
  expect(await search(ground.house, ana, wanted)).toEqual({ hits: [], isMore: false, isBehind: true });
});
