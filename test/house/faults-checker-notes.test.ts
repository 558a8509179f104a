// The checker of the fault runs, on histories in which people write into the shared notes.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Entry } from '#test/faults/history.ts';
import { type aCleanRun, ana, ben, changed, kinds } from '#test/harness/clean-run.ts';
import { addParagraph, updateOf } from '#test/harness/notes.ts';

type Run = ReturnType<typeof aCleanRun>;
const words = ['[a:1]', '[a:2]'];
const base64 = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');

/** Ana writes two words into the notes, both tabs have them, both are stored. */
function withNotes({ entries, stored }: Run): Y.Doc {
  const doc = new Y.Doc();
  const pieces = words.map((word, index) => ({
    seq: index + 1,
    bytes: addParagraph(doc, word),
    author: ana,
  }));
  stored.notes = { newest: 2, upto: 0, pieces };
  for (const word of words) entries.push({ do: 'note-write', tab: 'a', person: ana, word });
  entries.push({ do: 'note-saved', tab: 'a', words: [...words] });
  for (const person of [ana, ben]) {
    entries.push({ do: 'note-seen', tab: person, person, seq: 2 });
    entries.push({ do: 'note-end', tab: person, person, standing: 'saved', update: base64(doc), kept: '' });
  }
  return doc;
}
const noted = (change: (run: Run, doc: Y.Doc) => void) =>
  changed((run) => {
    change(run, withNotes(run));
  });
const endOf = (run: Run, whose: string) =>
  kinds(run.entries, 'note-end').find(({ person }) => person === whose) as Extract<Entry, { do: 'note-end' }>;
const store = ({ stored: { notes } }: Run, bytes: Uint8Array) => {
  notes.newest += 1;
  notes.pieces.push({ seq: notes.newest, bytes, author: ana });
};

describe('the checker, of notes', () => {
  test('finds nothing where all have what is stored, drawn together or not', () => {
    expect(noted(() => {})).toEqual([]);
    const compacted = noted(({ stored }, doc) => {
      stored.notes = {
        newest: 2,
        upto: 2,
        pieces: [{ seq: 2, bytes: Y.encodeStateAsUpdate(doc), author: null }],
      };
    });
    expect(compacted).toEqual([]);
  });

  test('finds a word that was called saved and is not, and one that is nowhere', () => {
    const unsaved = noted(({ stored }) => {
      stored.notes.pieces.pop();
      stored.notes.newest = 1;
    });
    expect(unsaved).toEqual(['lost', 'unseen']);
    const gone: Entry = { do: 'note-write', tab: 'a', person: ana, word: '[a:3]' };
    expect(noted(({ entries }) => entries.push(gone))).toEqual(['lost']);
    const waiting = noted((run) => {
      run.entries.push(gone);
      endOf(run, ana).kept = 'some [a:3]';
    });
    expect(waiting).toEqual([]);
  });

  test('finds a word that is there twice, and one that nobody wrote', () => {
    const again = (word: string) =>
      noted((run, doc) => {
        store(run, addParagraph(doc, word));
        for (const whose of [ana, ben]) endOf(run, whose).update = base64(doc);
      });
    expect(again('[a:2]')).toEqual(['duplicate']);
    expect(again('[b:9]')).toEqual(['phantom']);
  });

  test('finds a screen with other notes, also where only something was taken out, and what was not sent', () => {
    const removed = noted((run, doc) => {
      updateOf(doc, () => doc.getXmlFragment('notes').delete(0, 1));
      endOf(run, ben).update = base64(doc);
    });
    expect(removed).toEqual(['unseen']);
    expect(noted((run) => Object.assign(endOf(run, ben), { standing: 'saving' }))).toEqual(['late']);
  });

  test('finds a gap between the numbers, and an update that rests on what is not there', () => {
    expect(noted(({ stored }) => Object.assign(stored.notes.pieces[1] ?? {}, { seq: 3 }))).toEqual([
      'reordered',
    ]);
    const torn = noted((run) => {
      run.stored.notes.pieces.shift();
      run.stored.notes.upto = 1;
    });
    expect(torn).toContain('torn');
  });

  test('finds notes that somebody read or wrote after leaving', () => {
    const left = (notes: number) =>
      noted((run) => {
        run.entries.push({ do: 'left', person: ben, version: 3, notes });
        for (const end of kinds(run.entries, 'end')) if (end.person === ben) end.connection = 'cut';
      });
    expect(left(2)).toEqual([]);
    expect(left(1)).toEqual(['leaked']);
    const wrote = noted((run, doc) => {
      run.entries.push({ do: 'left', person: ana, version: 3, notes: 2 });
      for (const end of kinds(run.entries, 'end')) if (end.person === ana) end.connection = 'cut';
      store(
        run,
        updateOf(doc, () => doc.getXmlFragment('notes').delete(0, 1)),
      );
      endOf(run, ben).update = base64(doc);
    });
    expect(wrote).toContain('leaked');
  });
});
