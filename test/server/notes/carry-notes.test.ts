import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { noteWords } from '#app/domain/notes/note-tree.ts';
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

beforeEach(async () => {
  room = await aMeetingRoom(world.house, 2);
  me = room.members[0] ?? '';
  await world.house.notes.write(room.meeting, me, addParagraph(new Y.Doc(), 'Ask about the budget'));
});

const nextMeeting = () => aLaterMeeting(world.house, room);

async function close(): Promise<void> {
  await ask(world.house, room.meeting, me, { kind: 'meeting.start' });
  await ask(world.house, room.meeting, me, { kind: 'meeting.close' });
}
const words = async (meeting: string) => noteWords((await world.house.notes.read(meeting)) ?? []);

test('the words of a closed meeting stand once at the end of the next one’s, whoever presses how often', async () => {
  const next = await nextMeeting();
  await world.house.notes.write(next, me, addParagraph(new Y.Doc(), 'Prepared'));
  await close();
  const both = await Promise.all([
    carryNotes(world.house, me, room.meeting),
    carryNotes(other.house, room.members[1] ?? '', room.meeting),
  ]);
  expect(both).toEqual([{ to: next }, { to: next }]);
  expect(await carryNotes(world.house, me, room.meeting)).toEqual({ to: next });
  expect(await words(next)).toBe('Prepared\nNotes from Thu 26 Nov 2026\nAsk about the budget');
});

test('after a crash between copying and remembering it is not copied again', async () => {
  const next = await nextMeeting();
  await close();
  await carryNotes(world.house, me, room.meeting);
  await world.house.db.deleteFrom('note_carry').where('from_meeting', '=', room.meeting).execute();
  expect(await carryNotes(other.house, me, room.meeting)).toEqual({ to: next });
  expect(await words(next)).toBe('Notes from Thu 26 Nov 2026\nAsk about the budget');
  expect(await findNoteCarry(world.house.db, room.meeting)).toBe(next);
});

test('not before the meeting is closed, not without a next one, and not by a stranger', async () => {
  expect(await carryNotes(world.house, me, room.meeting)).toMatchObject({ refused: 'too-early' });
  await close();
  expect(await carryNotes(world.house, me, room.meeting)).toMatchObject({ refused: 'out-of-date' });
  await nextMeeting();
  const stranger = (await aMeetingRoom(world.house, 1)).members[0] ?? '';
  expect(await carryNotes(world.house, stranger, room.meeting)).toMatchObject({ refused: 'not-found' });
  expect(await findNoteCarry(world.house.db, room.meeting)).toBeNull();
});

test('notes go on by themselves when the lead wished so on closing, and only then', async () => {
  const next = await nextMeeting();
  await ask(world.house, room.meeting, me, { kind: 'meeting.start' });
  await carryNotesAsWished(world.house, room.meeting);
  expect(await findNoteCarry(world.house.db, room.meeting)).toBeNull();
  await ask(world.house, room.meeting, me, { kind: 'meeting.close', notes: 'carry' });
  for (const _twice of [1, 2]) await carryNotesAsWished(world.house, room.meeting);
  expect(await words(next)).toBe('Notes from Thu 26 Nov 2026\nAsk about the budget');

  room = await aMeetingRoom(world.house, 2);
  me = room.members[0] ?? '';
  const unasked = await nextMeeting();
  await close();
  await carryNotesAsWished(world.house, room.meeting);
  expect(await words(unasked)).toBe('');
});

test('what the database would not take for a moment goes on when the job is run again', async () => {
  const { house } = world;
  const next = await nextMeeting();
  await ask(house, room.meeting, me, { kind: 'meeting.start' });
  await ask(house, room.meeting, me, { kind: 'meeting.close', notes: 'carry' });
  await sql`alter table note_update add constraint shut check (false) not valid`.execute(house.db);
  await expect(carryNotesAsWished(house, room.meeting)).rejects.toThrow('busy');
  await sql`alter table note_update drop constraint shut`.execute(house.db);
  await carryNotesAsWished(house, room.meeting);
  expect(await words(next)).toContain('Ask about the budget');
});

test('without a next meeting the notes stay, and are not counted as carried', async () => {
  await ask(world.house, room.meeting, me, { kind: 'meeting.start' });
  await ask(world.house, room.meeting, me, { kind: 'meeting.close', notes: 'carry' });
  await carryNotesAsWished(world.house, room.meeting);
  expect(await findNoteCarry(world.house.db, room.meeting)).toBeNull();
});

test('notes that were carried to a meeting that was then skipped go on from there', async () => {
  const next = await nextMeeting();
  await ask(world.house, next, null, {
    kind: 'meeting.plan',
    startsAt: room.startsAt + 1,
    lengthMinutes: 60,
  });
  await close();
  await carryNotes(world.house, me, room.meeting);
  await ask(world.house, next, null, { kind: 'meeting.skip', because: 'decided' });
  const third = await nextMeeting();
  for (const _twice of [1, 2]) expect(await carryNotes(world.house, me, next)).toEqual({ to: third });
  expect(await words(third)).toContain('Ask about the budget');
});
