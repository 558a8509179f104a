// The shared notes: what was called saved is in them once, and every screen has what a rebuild from the rows gives.
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import type { Stored, StoredNotes } from './stored.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

export function judgeNotes({ notes }: Stored, story: Story, { find }: Verdict): void {
  const { written, saved, ends, seen } = story.notes;
  judgeNumbers(notes, find);
  const rebuilt = documentOf(notes.pieces.map(({ bytes }) => bytes));
  if (rebuilt.store.pendingStructs)
    find('torn', 'the notes in the database rest on something that is not there');
  const counts = countWords(rebuilt);

  const known = new Set(written.map(({ word }) => word));
  for (const [word, count] of counts) {
    if (count > 1) find('duplicate', `${word} is in the notes ${count} times`);
    if (!known.has(word)) find('phantom', `${word} is in the notes and nobody wrote it`);
  }
  for (const { tab, words } of saved)
    for (const word of words) if (!counts.has(word)) find('lost', `${tab} was told that ${word} is saved`);
  const kept = new Set(ends.flatMap(keptIn));
  for (const { tab, word } of written)
    if (!counts.has(word) && !kept.has(word)) find('lost', `${word}, written in ${tab}, is nowhere`);

  const gone = new Map(story.left.map((left) => [left.person, left]));
  for (const { tab, person, update, standing } of ends.filter((end) => !gone.has(end.person))) {
    if (standing !== 'saved') find('late', `the notes of ${tab}, ${person}, are ${standing}`);
    if (!isSame(documentOf([bytesOf(update)]), rebuilt))
      find('unseen', `${tab} has other notes than are stored`);
  }
  for (const { tab, person, seq } of seen) {
    const most = gone.get(person)?.notes;
    if (most !== undefined && seq > most) find('leaked', `${tab} saw notes ${seq} after leaving at ${most}`);
  }
  for (const { author, seq } of notes.pieces) {
    const most = author === null ? undefined : gone.get(author)?.notes;
    if (most !== undefined && seq > most) find('leaked', `notes ${seq} are by somebody who left at ${most}`);
  }
}

/** The updates that are left follow upon the snapshot without a gap. */
function judgeNumbers({ newest, upto, pieces }: StoredNotes, find: Verdict['find']): void {
  const numbers = pieces.map(({ seq }) => seq).filter((seq) => seq > upto);
  const whole = numbers.every((seq, index) => seq === upto + 1 + index);
  if (!whole || upto + numbers.length !== newest)
    find('reordered', `the notes are ${upto} and ${numbers.join(' ')}, of ${newest}`);
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** Also what was taken out is the same. */
const isSame = (one: Y.Doc, other: Y.Doc) => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));

/** What a tab shows, and what waits in its browser: where the room is shut a page loaded anew shows nothing. */
function keptIn({ update, kept }: Story['notes']['ends'][number]): string[] {
  return [...countWords(documentOf([bytesOf(update)])).keys(), ...wordsOf(kept)];
}

function countWords(doc: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(doc.getXmlFragment(NOTE_ROOT).toString()))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const wordsOf = (text: string): string[] => text.match(/\[[\w.]+:\d+\]/g) ?? [];
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
