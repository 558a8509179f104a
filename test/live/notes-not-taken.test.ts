// Words the notes cannot take: of another document, too late, too many, or while the notes cannot be read.
import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { ask } from '#test/harness/meeting-room.ts';
import { openNoteGround, said, say, standing } from '#test/harness/note-ground.ts';
import { aStorage, aWriter } from '#test/harness/note-writers.ts';
import { addParagraph, bytesOf } from '#test/harness/notes.ts';
import { until } from '#test/harness/until.ts';

const ground = openNoteGround();
const { writer, stored, storedDocument } = ground;

const documentRow = (meeting: string) => ({
  meeting_id: meeting,
  generation: crypto.randomUUID(),
  newest: 1,
});
const updateRow = (meeting: string, update: Buffer) => ({
  meeting_id: meeting,
  seq: 1,
  update,
  at: new Date(),
});

describe('P35 nothing that was written is lost', () => {
  test('what belongs to another document is never merged, only handed out', async () => {
    const storage = aStorage();
    const update = addParagraph(new Y.Doc(), 'of old');
    const [person = ''] = ground.room.members;
    const piece = {
      id: 'a',
      room: ground.room.meeting,
      person,
      generation: crypto.randomUUID(),
      update,
      at: 1,
    };
    await storage.put(piece);
    const ana = await writer(0, storage);
    expect(said(ana)).toEqual([]);
    expect(ana.link.get().stray).toBe('of old');
    expect(await stored()).toEqual([]);
    await ana.link.forget();
    expect([storage.pieces.size, ana.link.get().stray]).toEqual([0, '']);
  });

  test('a document that was replaced while it was open is not written into any more', async () => {
    const ana = await writer(0);
    say(ana, 'old words');
    await until(() => expect(standing(ana)).toBe('saved'));
    await ground.server
      .house()
      .db.deleteFrom('note_document')
      .where('meeting_id', '=', ground.room.meeting)
      .execute();
    ana.socket.disconnect();
    ana.plugIn();
    await until(() => expect(standing(ana)).toBe('renewed'));
    say(ana, 'more');
    const ben = await writer(1);
    expect(said(ben)).toEqual([]);
  });

  test('notes that cannot be read are no empty notes: nothing can be written until they are there', async () => {
    const { db, notes } = ground.server.house();
    const update = addParagraph(new Y.Doc(), 'good');
    await db.insertInto('note_document').values(documentRow(ground.room.meeting)).execute();
    await db
      .insertInto('note_update')
      .values(updateRow(ground.room.meeting, Buffer.from([1, 255, 255])))
      .execute();
    const one = await aWriter(ground.server, ground.room.members[0] ?? '', ground.room.meeting);
    onTestFinished(() => one.close());
    expect(
      await one.socket.emitWithAck('notes.open', { room: ground.room.meeting, vector: new Uint8Array() }),
    ).toMatchObject({
      refused: 'broken',
    });
    expect(await notes.write(ground.room.meeting, ground.room.members[0] ?? '', update)).toMatchObject({
      refused: 'busy',
    });
    expect(standing(one)).toBe('opening');

    await db
      .updateTable('note_update')
      .set({ update: Buffer.from(update) })
      .execute();
    await until(() => expect(said(one)).toEqual(['good']));
    expect(await stored()).toHaveLength(1);
  });

  test('after the meeting is closed it is said, and the words stay', async () => {
    const ana = await writer(0);
    ana.socket.disconnect();
    say(ana, 'too late');
    await ask(ground.server.house(), ground.room.meeting, ground.room.members[0] ?? '', {
      kind: 'meeting.start',
    });
    await ask(ground.server.house(), ground.room.meeting, ground.room.members[0] ?? '', {
      kind: 'meeting.close',
    });
    ana.plugIn();
    await until(() => expect(ana.link.get().refusal).toMatchObject({ refused: 'meeting-closed' }));
    expect(said(ana)).toEqual(['too late']);
    await until(() => expect(ana.storage.pieces.size).toBe(1));
    expect(await stored()).toEqual([]);
  });

  test('full notes say so, and fit again when something is taken out', async () => {
    const ana = await writer(0);
    for (let count = 0; count < 5; count += 1) {
      say(ana, 'x'.repeat(200_000));
      await until(() => expect(standing(ana)).toBe('saved'));
    }
    say(ana, 'y'.repeat(200_000));
    await until(() => expect(ana.link.get().refusal).toMatchObject({ refused: 'too-large' }));
    ana.link.doc.getXmlFragment('notes').delete(0, 1);
    await until(() => expect(standing(ana)).toBe('saved'));
    expect(bytesOf(await storedDocument())).toBe(bytesOf(ana.link.doc));
  });
});
