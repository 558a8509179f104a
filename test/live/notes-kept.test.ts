// What is written into the notes while it cannot be sent is kept on the device, and goes when it can.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openUnsent, wordsIn } from '#app/screens/notes/unsent.ts';
import { openNoteGround, said, say, standing, until } from '#test/harness/note-ground.ts';
import { aStorage } from '#test/harness/note-writers.ts';
import { addParagraph, bytesOf, wordsOf } from '#test/harness/notes.ts';

const ground = openNoteGround();
const { writer, storedDocument } = ground;

describe('P35 nothing that was written is lost', () => {
  test('what is written without a network is kept on the device, and goes when it is back', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    ana.socket.disconnect();
    say(ana, 'offline');
    say(ana, 'still offline');
    say(ben, 'meanwhile');
    expect(standing(ana)).toBe('kept');
    await until(() => expect(ana.storage.pieces.size).toBe(1));
    ana.plugIn();
    await until(() => expect(said(ben).sort()).toEqual(['meanwhile', 'offline', 'still offline']));
    await until(() => expect(standing(ana)).toBe('saved'));
    expect(bytesOf(ana.link.doc)).toBe(bytesOf(ben.link.doc));
    expect(ana.storage.pieces.size).toBe(0);
  });

  test('a page that is closed before it is back hands it to the next one', async () => {
    const storage = aStorage();
    const ana = await writer(0, storage);
    say(ana, 'stored');
    await until(() => expect(standing(ana)).toBe('saved'));
    ana.socket.disconnect();
    say(ana, 'not sent');
    ana.close();
    const next = await writer(0, storage);
    expect(said(next)).toEqual(['stored', 'not sent']);
    await until(async () => expect(wordsOf(await storedDocument())).toEqual(['stored', 'not sent']));
    expect(storage.pieces.size).toBe(0);
  });

  test('P35 what one tab adds while another sends what it found stays where it was kept', async () => {
    const storage = aStorage();
    const [me = ''] = ground.room.members;
    const owner = { room: ground.room.meeting, me, outbox: storage, mayStore: () => true };
    const [one, other] = [openUnsent(owner), openUnsent(owner)];
    const doc = new Y.Doc();
    const generation = crypto.randomUUID();
    one.add(generation, addParagraph(doc, 'found'));
    await until(() => expect(storage.pieces.size).toBe(1));
    await other.restore(generation);
    expect(other.take()).not.toBeNull();
    one.add(generation, addParagraph(doc, ' and more'));
    await until(() => expect(wordsIn([...storage.pieces.values()])).toBe('found and more'));
    other.arrived();
    await new Promise((resume) => setImmediate(resume));
    expect(wordsIn(await storage.list(me, ground.room.meeting))).toContain('and more');
  });
});
