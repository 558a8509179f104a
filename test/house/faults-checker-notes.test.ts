// The checker of the fault runs, on histories in which people write into the shared notes.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Entry } from '#test/faults/history.ts';
import { type aCleanRun, ana, ben, changed, kinds } from '#test/harness/clean-run.ts';
import { addParagraph, updateOf } from '#test/harness/notes.ts';

type Run = ReturnType<typeof aCleanRun>;
const words = ['[a:1]', '[a:2]'];
const base64 = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
const written = (word: string): Entry => ({ do: 'note-write', tab: 'a', person: ana, word, within: [] });

/** Ana writes two words into the notes, both tabs have them, both are stored. */
function withNotes({ entries, stored }: Run): Y.Doc {
  const doc = new Y.Doc();
  const pieces = words.map((word, index) => ({
    seq: index + 1,
    bytes: addParagraph(doc, word),
    author: ana,
  }));
  stored.notes = { newest: 2, upto: 0, pieces };
  for (const word of words) entries.push(written(word));
  const has = Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('base64');
  entries.push({ do: 'note-saved', tab: 'a', words: [...words], has });
  entries.push({ do: 'note-look' }, { do: 'note-stored', pieces: [base64(doc)] });
  for (const person of [ana, ben]) {
    entries.push({ do: 'note-seen', tab: person, person, seq: 2 });
    const shown = words.join('');
    const end = { standing: 'saved', update: base64(doc), shown, kept: '' };
    entries.push({ do: 'note-end', tab: person, person, ...end });
  }
  return doc;
}
const noted = (change: (run: Run, doc: Y.Doc) => void) =>
  changed((run) => {
    change(run, withNotes(run));
  });
const base64Of = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString('base64');
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
    const gone = written('[a:3]');
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
        for (const whose of [ana, ben])
          Object.assign(endOf(run, whose), { update: base64(doc), shown: `[a:1][a:2]${word}` });
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

  test('finds nothing wrong with what somebody took out, or took away with the line it was written into', () => {
    const cut = (by: string | null, isWithin = false) =>
      noted((run, doc) => {
        const line = doc.getXmlFragment('notes').get(0)._item?.id;
        const within = isWithin && line ? [`${line.client}:${line.clock}`] : [];
        run.entries.push({
          do: 'note-change',
          tab: 'b',
          by,
          out: ['[a:1]'],
          moved: [{ word: '[a:1]', within }],
        });
        store(
          run,
          updateOf(doc, () => doc.getXmlFragment('notes').delete(0, 1)),
        );
        for (const whose of [ana, ben])
          Object.assign(endOf(run, whose), { update: base64(doc), shown: '[a:2]' });
      });
    expect(cut('takeOut')).toEqual([]);
    expect(cut('mark')).toEqual(['lost']);
    expect(cut(null)).toEqual(['lost']);
    expect(cut('mark', true)).toEqual([]);
  });

  test('finds what a tab was told is saved and was not stored then, also where it was mended later', () => {
    const late = noted((run) => {
      const look = kinds(run.entries, 'note-stored')[0];
      Object.assign(look ?? {}, { pieces: run.stored.notes.pieces.slice(0, 1).map(base64Of) });
    });
    expect(late).toEqual(['lost']);
    const unmarked = noted((run, doc) => {
      updateOf(doc, () => doc.getXmlFragment('notes').delete(0, 1));
      const has = Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('base64');
      run.entries.splice(
        run.entries.findIndex((entry) => entry.do === 'note-look'),
        0,
        { do: 'note-saved', tab: 'b', words: [], has },
      );
    });
    expect(unmarked).toEqual(['lost']);
  });

  test('finds a word that was torn, and a screen that shows other words than its notes have', () => {
    const torn = noted((run, doc) => {
      store(run, addParagraph(doc, 'a:1]'));
      for (const whose of [ana, ben]) endOf(run, whose).update = base64(doc);
    });
    expect(torn).toEqual(['torn']);
    expect(noted((run) => Object.assign(endOf(run, ben), { shown: '[a:2]' }))).toEqual(['unseen']);
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
