// The words of the shared notes, and what a tab had when it said that all of it was saved.
import * as Y from 'yjs';
import { asWritten } from '#app/domain/notes/as-written.ts';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { noteTextOf, noteWordsIn, tornIn } from './note-words.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

/** What somebody takes a word out with on purpose. All else leaves it where it is, or puts it elsewhere. */
const takingOut: (string | null)[] = ['takeOut', 'undo', 'redo'];

export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = asWritten(new Y.Doc());
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** Every word that was written is there once, unless somebody did something else with it. */
export function judgeNoteWords(rebuilt: Y.Doc, { notes }: Story, find: Verdict['find']): void {
  const { written, saved, ends } = notes;
  const counts = countWords(rebuilt);
  const torn = tornIn(noteTextOf(rebuilt.getXmlFragment(NOTE_ROOT)));
  if (torn) find('torn', `there are letters in the notes that are no word: ${torn.slice(0, 200)}`);

  const known = new Set(written.map(({ word }) => word));
  for (const [word, count] of counts) {
    if (count > 1 && moversOf(word, notes).size < 2)
      find('duplicate', `${word} is in the notes ${count} times`);
    if (!known.has(word)) find('phantom', `${word} is in the notes and nobody wrote it`);
  }
  const isGone = goneFrom(rebuilt, notes);
  for (const { tab, words } of saved)
    for (const word of words)
      if (!counts.has(word) && !isGone(word)) find('lost', `${tab} was told that ${word} is saved`);
  const kept = new Set(ends.flatMap(keptIn));
  for (const { tab, word } of written)
    if (!counts.has(word) && !kept.has(word) && !isGone(word))
      find('lost', `${word}, written in ${tab}, is nowhere`);
}

/**
 * All that a tab had when it said that everything was saved was stored then: marks as well, and what was taken out is out.
 * Later is too late to look: a tab that comes back sends what is missing once more. Each tab had at least what it had
 * before, so its last word is enough.
 */
export function judgeSavedNotes(rebuilt: Y.Doc, saved: Story['notes']['saved'], find: Verdict['find']): void {
  const stored = Y.snapshot(rebuilt);
  const last = new Map(saved.map(({ tab, has }) => [tab, has]));
  for (const [tab, has] of last) {
    const snapshot = Y.decodeSnapshot(bytesOf(has));
    for (const [writer, upto] of snapshot.sv)
      if (upto > (stored.sv.get(writer) ?? 0))
        find(
          'lost',
          `${tab} was told that ${writer} is saved up to ${upto}, not ${stored.sv.get(writer) ?? 0}`,
        );
    for (const [writer, ranges] of snapshot.ds.clients)
      for (const { clock, len } of ranges)
        if (!areDeleted(stored, writer, clock, len))
          find('lost', `${tab} was told that ${len} from ${writer}:${clock} are saved as taken out`);
  }
}

function areDeleted({ ds }: Y.Snapshot, writer: number, from: number, length: number): boolean {
  for (let clock = from; clock < from + length; clock += 1)
    if (!Y.isDeleted(ds, Y.createID(writer, clock))) return false;
  return true;
}

/** Two tabs that broke or joined the same lines at once have put the same words into both of theirs: so the binding does. */
function moversOf(word: string, { changed }: Story['notes']): Set<string> {
  return new Set(changed.filter(({ moved }) => moved.some((one) => one.word === word)).map(({ tab }) => tab));
}

/** Whether somebody took a word out, or took out what it was put into, which they may have seen without it. */
function goneFrom(rebuilt: Y.Doc, { written, changed }: Story['notes']): (word: string) => boolean {
  const { ds } = Y.snapshot(rebuilt);
  const out = new Set(changed.flatMap((one) => (takingOut.includes(one.by) ? one.out : [])));
  const puts = [...written, ...changed.flatMap(({ moved }) => moved)];
  return (word) =>
    out.has(word) ||
    puts.some((put) => put.word === word && put.within.some((node) => Y.isDeleted(ds, idOf(node))));
}

function idOf(node: string): Y.ID {
  const [writer = 0, clock = 0] = node.split(':').map(Number);
  return Y.createID(writer, clock);
}

/** What a tab has, and what waits in its browser: where the room is shut a page loaded anew shows nothing. */
function keptIn({ update, kept }: Story['notes']['ends'][number]): string[] {
  return [...countWords(documentOf([bytesOf(update)])).keys(), ...noteWordsIn(kept)];
}

function countWords(doc: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of noteWordsIn(noteTextOf(doc.getXmlFragment(NOTE_ROOT))))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
