/**
 * Up to where somebody has read a room's talk, and what is new to them.
 *
 * A mark only ever moves forward, whichever device moves it.
 *
 * K10 New is what others said after the mark and since one belongs; own lines never are, and what was taken back is not.
 */
import type { Message } from './talk.ts';

/** `version`: read up to there (0: nothing yet); `at`: when, in ms, or null; `joinedAt`: since when they belong, in ms. */
export type ReadMark = { version: number; at: number | null; joinedAt: number };

/** Counting ends here: more is said as "99+". */
export const MOST_UNREAD = 100;

/** K10 */
export function isNew(line: Message, mark: ReadMark, reader: string): boolean {
  return (
    line.version > mark.version && line.at >= mark.joinedAt && line.author !== reader && line.text !== null
  );
}

/** How many are new, in words for a small place: "7", "99+". */
export function sayUnread(count: number): string {
  return count >= MOST_UNREAD ? `${MOST_UNREAD - 1}+` : String(count);
}
