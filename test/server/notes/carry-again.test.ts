// A skipped meeting can be restored: its notes go on twice, when more is noted in between.
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { noteWords } from '#app/domain/notes/note-tree.ts';
import { up as rememberUpto } from '#db/migrations/0016-note-carry-upto.ts';
import { findNoteCarry } from '#db/note.ts';
import { carryNotes, carryNotesAsWished } from '#server/notes/carry-notes.ts';
import { aLaterMeeting } from '#test/harness/later-meeting.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { addParagraph } from '#test/harness/notes.ts';
import { openTwoHouses } from '#test/harness/two-houses.ts';

const { one: world, two: other, close: closeBoth } = await openTwoHouses();
afterAll(closeBoth);

let room: MeetingRoom;
let me: string;
let prepared: Y.Doc;

beforeEach(async () => {
  room = await aMeetingRoom(world.house, 2);
  me = room.members[0] ?? '';
  prepared = new Y.Doc();
  await note('Ask about the budget');
});

const note = (text: string) => world.house.notes.write(room.meeting, me, addParagraph(prepared, text));
const skip = () => ask(world.house, room.meeting, null, { kind: 'meeting.skip', because: 'decided' });
const restore = () => ask(world.house, room.meeting, null, { kind: 'meeting.restore' });

const nextMeeting = () => aLaterMeeting(world.house, room);
const words = async (meeting: string) => noteWords((await world.house.notes.read(meeting)) ?? []);
const once = 'Notes from Thu 26 Nov 2026\nAsk about the budget';

test('what is noted at a meeting that was skipped, carried on and restored goes on when its lead wishes so', async () => {
  const { house } = world;
  const next = await nextMeeting();
  await skip();
  expect(await carryNotes(house, me, room.meeting)).toEqual({ to: next });
  await restore();
  expect(await findNoteCarry(house.db, room.meeting)).toBe(next);
  await note('Agreed on half of it');
  expect(await findNoteCarry(house.db, room.meeting)).toBeNull();
  expect(await carryNotes(house, me, room.meeting)).toMatchObject({ refused: 'too-early' });

  await ask(house, room.meeting, me, { kind: 'meeting.start' });
  await ask(house, room.meeting, me, { kind: 'meeting.close', notes: 'carry' });
  await Promise.all([world, other].map(({ house }) => carryNotesAsWished(house, room.meeting)));
  const whole = `${once}\n${once}\nAgreed on half of it`;
  expect(await words(next)).toBe(whole);
  expect(await findNoteCarry(house.db, room.meeting)).toBe(next);

  // As after a crash between copying and remembering it: what is remembered is the time before.
  await house.db
    .updateTable('note_carry')
    .set({ upto: 1 })
    .where('from_meeting', '=', room.meeting)
    .execute();
  for (const _twice of [1, 2]) expect(await carryNotes(other.house, me, room.meeting)).toEqual({ to: next });
  expect(await words(next)).toBe(whole);
  expect(await findNoteCarry(house.db, room.meeting)).toBe(next);
});

test('notes of a meeting that is skipped again go on again only when something was noted since', async () => {
  const { house } = world;
  const next = await nextMeeting();
  for (const _again of [1, 2]) {
    await skip();
    expect(await carryNotes(house, me, room.meeting)).toEqual({ to: next });
    await restore();
  }
  expect(await words(next)).toBe(once);
  await note('And about the room');
  // Drawing together is no news.
  await house.notes.compact(room.meeting);
  await skip();
  for (const _twice of [1, 2]) expect(await carryNotes(house, me, room.meeting)).toEqual({ to: next });
  expect(await words(next)).toBe(`${once}\n${once}\nAnd about the room`);
});

test('what was carried before this was remembered counts, but for a meeting that was held afterwards', async () => {
  const { house } = world;
  const next = await nextMeeting();
  const skipped = room.meeting;
  await skip();
  await carryNotes(house, me, skipped);
  room = await aMeetingRoom(house, 2);
  me = room.members[0] ?? '';
  prepared = new Y.Doc();
  await note('Prepared');
  const later = await nextMeeting();
  await ask(house, room.meeting, me, { kind: 'meeting.start' });
  await ask(house, room.meeting, me, { kind: 'meeting.close' });
  await carryNotes(house, me, room.meeting);

  const asBefore = async () => {
    await sql`alter table note_carry drop column upto`.execute(house.db);
    await rememberUpto(house.db as unknown as Kysely<unknown>);
  };
  await asBefore();
  expect(await findNoteCarry(house.db, skipped)).toBe(next);
  expect(await findNoteCarry(house.db, room.meeting)).toBe(later);
  await sql`update meeting set started_at = started_at + interval '1 hour' where id = ${room.meeting}`.execute(
    house.db,
  );
  await asBefore();
  expect(await findNoteCarry(house.db, room.meeting)).toBeNull();
});
