// Two people mark the same words: Yjs takes out what is double, behind the update that brought it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { isRefusal } from '#app/domain/refusal.ts';
import { readNotePieces } from '#db/note.ts';
import { aMeetingRoom } from '#test/harness/meeting-room.ts';
import { addParagraph, bytesOf, updateOf, wordsOf } from '#test/harness/notes.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let world: RoomHouse;
beforeAll(async () => {
  world = await openRoomHouse();
});
afterAll(() => world.close());

/** Makes the first paragraph's first word bold; answers the update. */
const bold = (doc: Y.Doc) =>
  updateOf(doc, () => {
    const text = (doc.getXmlFragment('notes').get(0) as Y.XmlElement).get(0);
    if (text instanceof Y.XmlText) text.format(0, 6, { bold: {} });
  });

test('P31 what two made bold at once is stored whole, with all that was written along with it', async () => {
  const { db, notes } = world.house;
  const { meeting, members } = await aMeetingRoom(world.house, 1);
  const write = (update: Uint8Array) => notes.write(meeting, members[0] ?? '', update);
  const [ana, ben] = [new Y.Doc(), new Y.Doc()];
  const first = addParagraph(ana, 'budget');
  Y.applyUpdate(ben, first);
  for (const update of [first, bold(ana)]) expect(await write(update)).toHaveProperty('seq');
  const offline = Y.mergeUpdates([bold(ben), addParagraph(ben, 'written offline')]);
  expect(await write(offline)).toHaveProperty('seq');

  const stored = new Y.Doc();
  for (const { bytes } of await readNotePieces(db, meeting, 0)) Y.applyUpdate(stored, bytes);
  expect(wordsOf(stored)).toEqual(['budget', 'written offline']);
  const opened = await notes.open(meeting, new Uint8Array());
  if (isRefusal(opened)) throw new Error(opened.message);
  const shown = new Y.Doc();
  Y.applyUpdate(shown, opened.update);
  expect(bytesOf(stored)).toBe(bytesOf(shown));
});
