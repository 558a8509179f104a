/**
 * Shared notes as they are searched.
 *
 * X5 The words of a meeting's notes are found as they are now, in pieces that end with a line; they are nobody's own.
 */
import { type NoteBlock, noteWords } from '../notes/note-tree.ts';
import { isUnspaced } from './unspaced.ts';

/** The most characters of a piece: what one hit is found in. A line that is longer ends where it has to. */
const LONGEST_PIECE = 20_000;
/** X6: where characters are words. The database remembers 256 places of a word in a piece, and some are one in twenty. */
const LONGEST_UNSPACED = 4_000;

/** X5: the words in pieces, in order; none of them without words. */
export function notePieces(blocks: readonly NoteBlock[], longest?: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  // In one form like everything else that is searched; a sign that PostgreSQL cannot store would keep all the others out.
  const words = noteWords(blocks).normalize('NFC').replaceAll('\0', ' ');
  const most = longest ?? (isUnspaced(words) ? LONGEST_UNSPACED : LONGEST_PIECE);
  for (const line of words.split('\n').flatMap((whole) => cut(whole, most))) {
    if (piece !== '' && piece.length + line.length + 1 > most) {
      pieces.push(piece);
      piece = '';
    }
    piece = piece === '' ? line : `${piece}\n${line}`;
  }
  pieces.push(piece);
  return pieces.filter((words) => words.trim() !== '');
}

/** A line in parts that are short enough; no character is cut in half. */
function cut(line: string, most: number): string[] {
  const parts: string[] = [];
  let from = 0;
  while (line.length - from > most) {
    const isHalf = /[\uD800-\uDBFF]/.test(line[from + most - 1] ?? '');
    const to = from + most - (isHalf ? 1 : 0);
    parts.push(line.slice(from, to));
    from = to;
  }
  return [...parts, line.slice(from)];
}

/** The id of a piece of a meeting's notes, by its place. */
export function notePieceId(meeting: string, place: number): string {
  return meeting.slice(0, 24) + place.toString(16).padStart(12, '0');
}
