import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { NotesOpened } from '#app/domain/notes/wire.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { findNotes, holdNotes, readNotePieces } from '#db/note.ts';
import { aMeetingRoom, ask, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { addParagraph, bytesOf, updateOf, wordsOf } from '#test/harness/notes.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';
import { openTwoHouses } from '#test/harness/two-houses.ts';

const { one: world, two: other, close: closeBoth } = await openTwoHouses();
afterAll(closeBoth);

let room: MeetingRoom;

const nothing = new Uint8Array();

beforeEach(async () => {
  room = await aMeetingRoom(world.house, 3);
});

/** What a process hands out, as a document. */
async function opened({ house }: RoomHouse = world): Promise<{ doc: Y.Doc; answer: NotesOpened }> {
  const answer = await house.notes.open(room.meeting, nothing);
  if (isRefusal(answer)) throw new Error(answer.message);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, answer.update);
  return { doc, answer };
}

const write = (update: Uint8Array, { house }: RoomHouse = world, author = room.members[0] ?? '') =>
  house.notes.write(room.meeting, author, update);
/** As a browser does: what was too busy to be taken goes once more, and counts once (P30). */
async function writeAgain(update: Uint8Array, where: RoomHouse): Promise<void> {
  const answer = await write(update, where);
  if (!isRefusal(answer)) return;
  expect(answer.refused).toBe('busy');
  await writeAgain(update, where);
}
const stored = () => readNotePieces(world.house.db, room.meeting, 0);

describe('P30 notes are acknowledged after the commit', () => {
  test('each update is a row with the next number, told once, and read back byte for byte', async () => {
    const doc = new Y.Doc();
    await opened();
    for (const [index, words] of ['one', 'two', 'three'].entries())
      expect(await write(addParagraph(doc, words))).toEqual({ seq: index + 1 });
    expect((await stored()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const here = await opened();
    const there = await opened(other);
    expect(wordsOf(here.doc)).toEqual(['one', 'two', 'three']);
    expect(bytesOf(here.doc)).toBe(bytesOf(doc));
    expect(bytesOf(there.doc)).toBe(bytesOf(doc));
    expect(there.answer.vector).toEqual(Y.encodeStateVector(doc));
  });

  test('the same update twice is acknowledged twice and stored once', async () => {
    const update = addParagraph(new Y.Doc(), 'once');
    await write(update);
    expect(await write(update)).toEqual({ seq: 1 });
    expect(await write(update, other)).toEqual({ seq: 1 });
    expect(await stored()).toHaveLength(1);
  });

  test('what arrives together goes into one frame', async () => {
    const frames: { after: number; seq: number }[] = [];
    world.house.notes.hear(({ after, seq }) => frames.push({ after, seq }));
    await opened();
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(addParagraph(new Y.Doc(), `${index}`))));
    world.house.notes.hear(() => {});
    expect(frames.length).toBeLessThan(20);
    expect(frames.map(({ after }) => after)).toEqual([0, ...frames.map(({ seq }) => seq).slice(0, -1)]);
    expect(frames.at(-1)?.seq).toBe(20);
  });
});

test('P31 two processes write at once: one order, the same bytes', async () => {
  const writers = Array.from({ length: 6 }, () => new Y.Doc());
  await Promise.all(
    writers.map(async (doc, index) => {
      for (let count = 0; count < 5; count += 1) {
        const answer = await write(addParagraph(doc, `${index}-${count}`), index % 2 ? world : other);
        expect(answer).toHaveProperty('seq');
      }
    }),
  );
  const [here, there] = [await opened(), await opened(other)];
  expect(wordsOf(here.doc)).toHaveLength(30);
  expect(bytesOf(here.doc)).toBe(bytesOf(there.doc));
  expect((await stored()).map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test('P31 what another process wrote is named within 1.5 s to whoever has the notes open, and to nobody else', async () => {
  const frames: unknown[] = [];
  world.house.notes.hear((frame, written) => frames.push({ ...frame, written }));
  const { answer } = await opened();
  world.house.notes.watch(room.meeting, true);
  await write(addParagraph(new Y.Doc(), 'elsewhere'), other);
  const from = performance.now();
  await expect.poll(() => frames.length, { interval: 10 }).toBe(1);
  expect(performance.now() - from).toBeLessThan(1_500);
  const { generation } = answer;
  const named = {
    room: room.meeting,
    generation,
    after: 1,
    seq: 1,
    update: new Uint8Array(),
    written: undefined,
  };
  expect(frames).toEqual([named]);
  await write(addParagraph(new Y.Doc(), 'here'));
  expect(frames.at(-1)).toMatchObject({ after: 1, seq: 2, written: { departures: 0 } });
  world.house.notes.watch(room.meeting, false);
  world.house.notes.hear(() => {});
});

describe('P32 drawn together', () => {
  test('one piece in the place of many, the same bytes, and writing goes on', async () => {
    const doc = new Y.Doc();
    for (const words of ['one', 'two', 'three']) await write(addParagraph(doc, words));
    await world.house.notes.compact(room.meeting);
    expect(await stored()).toHaveLength(1);
    expect(bytesOf((await opened(other)).doc)).toBe(bytesOf(doc));
    await write(addParagraph(doc, 'four'), other);
    expect((await stored()).map(({ seq }) => seq)).toEqual([3, 4]);
    expect(bytesOf((await opened()).doc)).toBe(bytesOf(doc));
  });

  test('while others write on another process nothing is lost', async () => {
    const writers = Array.from({ length: 4 }, () => new Y.Doc());
    const writing = Promise.all(
      writers.map(async (doc, index) => {
        for (let count = 0; count < 12; count += 1)
          await writeAgain(addParagraph(doc, `${index}-${count}`), index % 2 ? world : other);
      }),
    );
    let isWriting = true;
    void writing.finally(() => {
      isWriting = false;
    });
    while (isWriting) await Promise.all([world, other].map(({ house }) => house.notes.compact(room.meeting)));
    await writing;
    const { doc } = await opened();
    expect(wordsOf(doc).sort()).toEqual(writers.flatMap((one) => wordsOf(one)).sort());
    const fresh = new Y.Doc();
    for (const { bytes } of await stored()) Y.applyUpdate(fresh, bytes);
    expect(bytesOf(fresh)).toBe(bytesOf(doc));
  });

  test('two at once never: who comes second waits for the document', async () => {
    const doc = new Y.Doc();
    for (const words of ['one', 'two']) await write(addParagraph(doc, words));
    await world.house.db.transaction().execute(async (db) => {
      await holdNotes(db, room.meeting);
      await expect(other.house.notes.compact(room.meeting)).rejects.toThrow('lock timeout');
      expect(await readNotePieces(db, room.meeting, 0)).toHaveLength(2);
    });
    await other.house.notes.compact(room.meeting);
    expect(await stored()).toHaveLength(1);
  });

  test('what was taken out is nowhere in the database afterwards', async () => {
    const doc = new Y.Doc();
    await write(addParagraph(doc, 'a secret word'));
    await write(updateOf(doc, () => doc.getXmlFragment('notes').delete(0, 1)));
    await world.house.notes.compact(room.meeting);
    const [only] = await stored();
    expect(Buffer.from(only?.bytes ?? []).includes('secret')).toBe(false);
  });

  test('notes that nobody uses are drawn together by themselves', async () => {
    const quick = await openRoomHouse({ database: world.database, noteTimes: { look: 20, quiet: 60 } });
    const doc = new Y.Doc();
    for (const words of ['one', 'two'])
      expect(await write(addParagraph(doc, words), quick)).toHaveProperty('seq');
    await expect.poll(async () => (await stored()).length).toBe(1);
    expect(bytesOf((await opened(quick)).doc)).toBe(bytesOf(doc));
    await quick.close();
  });
});

describe('P33 who may write, and when', () => {
  test('nobody who is no member now', async () => {
    const left = room.members[2] ?? '';
    await world.house.db
      .updateTable('membership')
      .set({ left_at: new Date(), left_how: 'left' })
      .where('person_id', '=', left)
      .execute();
    const [mine, theirs] = await Promise.all([
      write(addParagraph(new Y.Doc(), 'mine')),
      write(addParagraph(new Y.Doc(), 'theirs'), world, left),
    ]);
    expect([mine, theirs]).toEqual([{ seq: 1 }, expect.objectContaining({ refused: 'not-found' })]);
    expect(wordsOf((await opened()).doc)).toEqual(['mine']);
  });

  test('nobody once the meeting is closed, though what is stored is acknowledged still', async () => {
    const doc = new Y.Doc();
    const early = addParagraph(doc, 'in time');
    await write(early);
    await ask(world.house, room.meeting, room.members[0] ?? '', { kind: 'meeting.start' });
    await ask(world.house, room.meeting, room.members[0] ?? '', { kind: 'meeting.close' });
    expect(await write(addParagraph(doc, 'late'))).toMatchObject({ refused: 'meeting-closed' });
    expect(await write(early)).toEqual({ seq: 1 });
    expect(wordsOf((await opened()).doc)).toEqual(['in time']);
    expect(await world.house.notes.read(room.meeting)).toHaveLength(1);
  });
});

describe('P34 limits', () => {
  test('full notes take nothing more in, and something out', async () => {
    const doc = new Y.Doc();
    const chunk = 'x'.repeat(200_000);
    for (let count = 0; count < 5; count += 1)
      expect(await write(addParagraph(doc, chunk))).toHaveProperty('seq');
    const over = new Y.Doc();
    Y.applyUpdate(over, Y.encodeStateAsUpdate(doc));
    expect(await write(addParagraph(over, chunk))).toMatchObject({ refused: 'too-large' });
    expect(await write(addParagraph(doc, 'y'.repeat(48_000)))).toHaveProperty('seq');
    expect(await write(updateOf(doc, () => doc.getXmlFragment('notes').delete(0, 2)))).toHaveProperty('seq');
    expect(await write(addParagraph(doc, chunk))).toHaveProperty('seq');
    expect(bytesOf((await opened(other)).doc)).toBe(bytesOf(doc));
  });

  test('what rests on something that was never sent is not stored', async () => {
    const doc = new Y.Doc();
    addParagraph(doc, 'never sent');
    expect(await write(addParagraph(doc, 'rests on it'))).toMatchObject({ refused: 'out-of-date' });
    expect(await stored()).toEqual([]);
    expect(await write(Y.encodeStateAsUpdate(doc))).toEqual({ seq: 1 });
  });
});

test('reading makes no document where nobody has written', async () => {
  expect(await world.house.notes.read(room.meeting)).toEqual([]);
  expect(await findNotes(world.house.db, room.meeting)).toBeNull();
  await opened();
  expect(await world.house.notes.read(room.meeting)).toEqual([]);
});
