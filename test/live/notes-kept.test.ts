// What is written into the notes while it cannot be sent is kept on the device, and goes when it can.
import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { openUnsent, wordsIn } from '#app/screens/notes/unsent.ts';
import { openNoteGround, said, say, standing } from '#test/harness/note-ground.ts';
import { aStorage, aWriter } from '#test/harness/note-writers.ts';
import { addParagraph, bytesOf, wordsOf } from '#test/harness/notes.ts';
import { until } from '#test/harness/until.ts';

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

  test.each([
    ['adds', 'add'],
    ['joins with what it has', 'replace'],
  ] as const)(
    'P35 what one tab %s while another sends what it found stays where it was kept',
    async (_how, grow) => {
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
      const more = addParagraph(doc, ' and more');
      one[grow](generation, grow === 'add' ? more : Y.encodeStateAsUpdate(doc));
      await until(() => expect(wordsIn([...storage.pieces.values()])).toBe('found and more'));
      other.arrived();
      await new Promise((resume) => setImmediate(resume));
      expect(wordsIn(await storage.list(me, ground.room.meeting))).toContain('and more');
    },
  );

  test('P31 a page whose line broke while its storage was slow to answer hears what comes on the next line', async () => {
    const { list, ...others } = aStorage();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asked = false;
    const storage = {
      ...others,
      async list(person: string, room: string) {
        asked = true;
        await answered;
        return list(person, room);
      },
    };
    const [me = ''] = ground.room.members;
    const ana = await aWriter(ground.server, me, ground.room.meeting, storage);
    onTestFinished(() => ana.close());
    await until(() => expect(asked).toBe(true));
    ana.unplug();
    await until(() => expect(ana.socket.connected).toBe(false));
    await until(() => expect(ana.socket.connected).toBe(true));
    // Answered after the page has come in again.
    await ana.socket.emitWithAck('leave', { room: crypto.randomUUID() });
    answer();
    await until(() => expect(standing(ana)).toBe('saved'));
    const ben = await writer(1);
    say(ben, 'meanwhile');
    await until(() => expect(said(ana)).toEqual(['meanwhile']));
  });

  test('P35 putting away what belongs to another document leaves what waits for this one', async () => {
    const storage = aStorage();
    const [person = ''] = ground.room.members;
    const piece = { id: 'a', room: ground.room.meeting, person, generation: crypto.randomUUID(), at: 1 };
    await storage.put({ ...piece, update: addParagraph(new Y.Doc(), 'of old') });
    const ana = await writer(0, storage);
    expect(ana.link.get().stray).toBe('of old');
    ana.socket.disconnect();
    say(ana, 'not sent');
    await until(() => expect(storage.pieces.size).toBe(2));
    await ana.link.forget();
    expect(wordsIn([...storage.pieces.values()])).toBe('not sent');
  });
});
