// Several people mark, write and take out the same words. Whoever has read the same updates has the same notes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { asWritten } from '#app/domain/notes/as-written.ts';
import { mergePieces, openNoteDocuments } from '#server/notes/note-documents.ts';
import { addParagraph, bytesOf, firstText, updateOf, wordsOf } from '#test/harness/notes.ts';

type Step = {
  who: number;
  what: 'write' | 'take out' | 'mark' | 'unmark' | 'read';
  at: number;
  long: number;
};

const WRITERS = 3;
const stepOf: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(WRITERS - 1),
  what: fc.constantFrom('write', 'take out', 'mark', 'mark', 'unmark', 'read'),
  at: fc.nat(30),
  long: fc.integer({ min: 1, max: 8 }),
});

const newDocument = () => asWritten(new Y.Doc());
function readingOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = newDocument();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** What several people did to one line, in the order in which it was stored; each reads the others now and then. */
function historyOf(steps: readonly Step[]): Uint8Array[] {
  const begun = addParagraph(newDocument(), 'what we talked about');
  const stored = [begun];
  const writers = Array.from({ length: WRITERS }, (_, who) => {
    const doc = readingOf([begun]);
    doc.clientID = who + 1;
    return { doc, known: 1 };
  });
  for (const step of steps) {
    const writer = writers[step.who];
    if (!writer) continue;
    if (step.what === 'read') {
      for (const update of stored.slice(writer.known)) Y.applyUpdate(writer.doc, update);
      writer.known = stored.length;
    } else stored.push(updateOf(writer.doc, () => change(firstText(writer.doc), step)));
  }
  return stored;
}

function change(text: Y.XmlText, { what, at, long }: Step): void {
  const from = Math.min(at, text.length);
  const length = Math.min(long, text.length - from);
  if (what === 'write') text.insert(from, 'word '.slice(0, long));
  else if (length > 0 && what === 'take out') text.delete(from, length);
  else if (length > 0)
    text.format(from, length, { [at % 2 ? 'bold' : 'italic']: what === 'mark' ? {} : null });
}

/** The same updates in portions, each read in one go by a copy on the server. */
function inPortions(updates: readonly Uint8Array[], portions: readonly number[]): Y.Doc {
  const documents = openNoteDocuments();
  let from = 0;
  for (const size of [...portions, updates.length]) {
    documents.feed('meeting', updates.slice(from, from + size), from === 0);
    from += size;
  }
  return readingOf([documents.diff('meeting', new Uint8Array())?.update ?? new Uint8Array()]);
}

describe('P38 notes are what their updates say', () => {
  test('whoever reads them, in whatever portions', () => {
    fc.assert(
      fc.property(
        fc.array(stepOf, { minLength: 3, maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 6 })),
        (steps, portions) => {
          const updates = historyOf(steps);
          const [one, other] = [readingOf(updates), inPortions(updates, portions)];
          expect(Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))).toBe(true);
          expect(firstText(other).toDelta()).toEqual(firstText(one).toDelta());
        },
      ),
      { numRuns: 500 },
    );
  });

  test('and drawn together they are read back the same', () => {
    fc.assert(
      fc.property(fc.array(stepOf, { minLength: 3, maxLength: 40 }), (steps) => {
        const updates = historyOf(steps);
        expect(bytesOf(readingOf([mergePieces(updates)]))).toBe(bytesOf(readingOf(updates)));
      }),
      { numRuns: 500 },
    );
  });

  test('and what is written where marked words were taken out looks the same to everybody', () => {
    const begun = addParagraph(newDocument(), 'what');
    const [ana, ben] = [readingOf([begun]), readingOf([begun])];
    const here = openNoteDocuments();
    here.feed('meeting', [begun], true);
    const stored = (doc: Y.Doc, act: (text: Y.XmlText) => void) => {
      const written = here.write(
        'meeting',
        updateOf(doc, () => act(firstText(doc))),
      );
      if (!('change' in written) || !written.change) throw new Error('It was not taken.');
      return written.change;
    };
    const bold = stored(ben, (text) => text.format(0, 1, { bold: {} }));
    const updates = [begun, bold, stored(ana, (text) => text.delete(0, 1))];
    updates.push(
      stored(ben, (text) => text.insert(0, 'w')),
      stored(ana, (text) => text.insert(1, 'w')),
    );
    for (const update of [updates[1], updates[3]]) Y.applyUpdate(ana, update ?? new Uint8Array());
    // At another process, which read them in one go.
    const chiara = inPortions(updates, [1]);
    Y.applyUpdate(
      ana,
      updateOf(chiara, () => firstText(chiara).insert(0, 'w')),
    );
    expect(firstText(ana).toDelta()).toEqual(firstText(chiara).toDelta());
  });

  test('an update that marks what is marked already is stored whole, and as it came', () => {
    const documents = openNoteDocuments();
    const [ana, ben] = [newDocument(), newDocument()];
    const first = addParagraph(ana, 'budget');
    Y.applyUpdate(ben, first);
    const bold = (doc: Y.Doc) => updateOf(doc, () => firstText(doc).format(0, 6, { bold: {} }));
    documents.feed('meeting', [first, bold(ana)], true);
    const offline = Y.mergeUpdates([bold(ben), addParagraph(ben, 'written offline')]);
    const written = documents.write('meeting', offline);
    if (!('change' in written) || !written.change) throw new Error('It was not taken.');
    expect(Y.decodeUpdate(written.change)).toEqual(Y.decodeUpdate(offline));
    expect(wordsOf(readingOf([first, written.change]))).toEqual(['budget', 'written offline']);
  });
});
