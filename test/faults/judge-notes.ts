// The shared notes: what was called saved is in them once, and every screen has what a rebuild from the rows gives.
import * as Y from 'yjs';
import { NOTE_ROOT } from '#app/domain/notes/limits.ts';
import { bytesOf, documentOf, judgeNoteWords, judgeSavedNotes } from './judge-note-words.ts';
import { noteTextOf, noteWordsIn } from './note-words.ts';
import type { Stored } from './stored.ts';
import type { StoredNotes } from './stored-notes.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

export function judgeNotes({ notes }: Stored, story: Story, { find }: Verdict): void {
  const { ends, seen, looks } = story.notes;
  judgeNumbers(notes, find);
  const rebuilt = documentOf(notes.pieces.map(({ bytes }) => bytes));
  if (rebuilt.store.pendingStructs)
    find('torn', 'the notes in the database rest on something that is not there');
  judgeNoteWords(rebuilt, story, find);
  for (const { pieces, saved } of looks) judgeSavedNotes(documentOf(pieces.map(bytesOf)), saved, find);

  const gone = new Map(story.left.map((left) => [left.person, left]));
  const text = noteTextOf(rebuilt.getXmlFragment(NOTE_ROOT));
  for (const { tab, person, update, standing, shown } of ends.filter((end) => !gone.has(end.person))) {
    if (standing !== 'saved') find('late', `the notes of ${tab}, ${person}, are ${standing}`);
    if (!isSame(documentOf([bytesOf(update)]), rebuilt))
      find('unseen', `${tab} has other notes than are stored`);
    if (noteWordsIn(shown).join() !== noteWordsIn(text).join())
      find('unseen', `${tab} shows other words than are in its notes`);
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

/** Also what was taken out is the same. */
const isSame = (one: Y.Doc, other: Y.Doc) => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
