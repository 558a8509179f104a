// Notes that several write at once: everybody has what everybody wrote.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import type { NoteFrame } from '#app/domain/notes/wire.ts';
import { openNoteGround, said, say, standing } from '#test/harness/note-ground.ts';
import { bytesOf } from '#test/harness/notes.ts';
import { until } from '#test/harness/until.ts';

const { writer, stored, storedDocument } = openNoteGround();

describe('P30 P31 writing together', () => {
  test('what one writes the others have, and it says saved when it is stored', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    say(ana, 'from Ana');
    expect(standing(ana)).toBe('saving');
    await until(() => expect(said(ben)).toEqual(['from Ana']));
    await until(() => expect(standing(ana)).toBe('saved'));
    expect(bytesOf(await storedDocument())).toBe(bytesOf(ben.link.doc));
    expect(ana.storage.pieces.size).toBe(0);
  });

  test('P37 a line that is made on a page has its text for everybody', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    ana.link.doc.getXmlFragment(NOTE_ROOT).push([new Y.XmlElement('paragraph')]);
    await until(() =>
      expect(ben.link.doc.getXmlFragment(NOTE_ROOT).toString()).toBe('<paragraph></paragraph>'),
    );
    const [line] = ben.link.doc.getXmlFragment(NOTE_ROOT).toArray();
    expect((line as Y.XmlElement).toArray()).toEqual([expect.any(Y.XmlText)]);
  });

  test('a frame that was lost is noticed with the next one', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    const [listener] = ben.socket.listeners('notes.frame');
    ben.socket.off('notes.frame');
    say(ana, 'lost');
    await until(() => expect(standing(ana)).toBe('saved'));
    ben.socket.on('notes.frame', listener as (frame: NoteFrame) => void);
    say(ana, 'heard');
    await until(() => expect(said(ben)).toEqual(['lost', 'heard']));
  });

  test('more than one message holds goes in pieces, and arrives as one', async () => {
    const [ana, ben] = [await writer(0), await writer(1)];
    say(ana, 'x'.repeat(150_000));
    await until(() => expect(said(ben)[0]?.length).toBe(150_000));
    expect(ana.socket.connected).toBe(true);
    expect(await stored()).toHaveLength(1);
  });
});
