import { MOST_NOTE_BYTES } from '#app/domain/notes/limits.ts';

/** `points` goes in `seconds`; a shared bucket counts over all processes. */
export type Bucket = { points: number; seconds: number; shared: boolean };
export type Figures = Record<string, Bucket>;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How often what may be done, from the trust goals (c6) and OWASP's sheets on authentication. The buckets of the doors
 * (`app/http/doors.ts`) count by person, or by network address while nobody is signed in.
 */
export const standardFigures = {
  read: { points: 600, seconds: minute, shared: false },
  write: { points: 120, seconds: minute, shared: false },
  /** Commands by socket, of one person over all their tabs. */
  command: { points: 60, seconds: 10, shared: false },
  /** Pieces of notes by socket, and moves of a cursor in them, of one person over all their tabs. */
  notes: { points: 250, seconds: 10, shared: false },
  'notes-aware': { points: 250, seconds: 10, shared: false },
  /** Bytes of notes, of one person over all their tabs: twice the longest update, so that one always gets through. */
  'notes-bytes': { points: 2 * MOST_NOTE_BYTES, seconds: minute, shared: false },
  /** Updates of notes that nobody could read: each makes the process read the notes anew. No editor of ours sends one. */
  'notes-bad': { points: 30, seconds: minute, shared: false },
  /** Attempts from one network address. */
  'sign-in': { points: 50, seconds: hour, shared: true },
  /** Attempts at one account from one network address: the key is both. */
  'sign-in-pair': { points: 5, seconds: 15 * minute, shared: true },
  /** Attempts at one account from anywhere. It only slows down: nobody can lock somebody else out for good. */
  'sign-in-account': { points: 100, seconds: hour, shared: true },
  recover: { points: 20, seconds: hour, shared: true },
  /** Recovery links for one account. */
  'recover-account': { points: 3, seconds: hour, shared: true },
  /** Several circles may join from one room, which is one network address. */
  redeem: { points: 60, seconds: hour, shared: true },
  invite: { points: 50, seconds: day, shared: true },
} as const satisfies Figures;
