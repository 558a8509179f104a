// What a run writes down while it lasts, one JSON line each: all that its checker knows besides the database.
import { openSync, writeSync } from 'node:fs';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { PutWord } from './note-changes.ts';

/** A line at the end of a run that is not in the log: what its author still sees. */
export type Left = { id: string; progress: 'sending' | 'waiting' | 'refused' };

type Ends = { shown: string; kept: string };

/** `tab` names one loading of the page by one person: `2.1.3` is person 2, their first tab, loaded three times. */
export type Entry =
  | { do: 'begin'; seed: number; room: string; people: string[]; patience: number }
  /** Somebody wrote words: they are on the screen as pending. */
  | { do: 'write'; tab: string; person: string; id: string }
  /** The browser's storage has them too. */
  | { do: 'kept'; tab: string; person: string; id: string }
  /** A command left the tab, perhaps once more. */
  | { do: 'send'; tab: string; person: string; id: string; command: MemberCommand }
  /** Its event came in, or an answer for this tab alone. */
  | { do: 'ack'; tab: string; id: string; version: number }
  | { do: 'refuse'; tab: string; id: string; code: string }
  /** Events reached the tab, in a frame or as the answer to entering. */
  | { do: 'see'; tab: string; person: string; events: readonly LoggedMeetingEvent[] }
  /** What the tab shows has come to this version. */
  | { do: 'show'; tab: string; version: number }
  /** The door opened: this is how far the log went that the tab was let into. */
  | { do: 'entered'; tab: string; person: string; version: number }
  /** Somebody is about to become a member; until now they were none. */
  | { do: 'joining'; person: string }
  /** Somebody is no member any more, and this is how far the room's log and notes went a moment later. */
  | { do: 'left'; person: string; version: number; notes?: number }
  /** A word that is there once went into the notes of a tab, within these nodes of the document. */
  | ({ do: 'note-write'; tab: string; person: string } & PutWord)
  /** Words were taken out of the notes of a tab, or put elsewhere, by what somebody did; null: by the editor alone. */
  | { do: 'note-change'; tab: string; by: string | null; out: string[]; moved: PutWord[] }
  /** The tab says that these are saved, and with them all that is in its document: a Yjs snapshot. */
  | { do: 'note-saved'; tab: string; words: string[]; has: string }
  /** An update of the notes came in, as far as this number. */
  | { do: 'note-seen'; tab: string; person: string; seq: number }
  /** From here on it was looked what the database has of the notes: these updates, in Base64. */
  | { do: 'note-look' }
  | { do: 'note-stored'; pieces: string[] }
  /** The document of the tab, the words its editor shows, and those that wait in the browser's storage. */
  | ({ do: 'note-end'; tab: string; person: string; standing: string; update: string } & Ends)
  /** The tab crashed or was closed. */
  | { do: 'gone'; tab: string; person: string }
  | { do: 'fault'; what: string; more?: unknown }
  /** A server process ended although nobody had killed it. */
  | { do: 'died'; code: number | null; signal: string | null }
  /** Every fault is over: lines, processes and the database are up. */
  | { do: 'healed' }
  /** All tabs were at the newest version and had nothing left to send, so many ms after `healed`. */
  | { do: 'settled'; ms: number }
  | { do: 'head'; version: number }
  | { do: 'end'; tab: string; person: string; connection: string; left: Left[]; state: MeetingState };

/** As it stands in the file: with the time in ms since the beginning, and the room, where it is about one of them. */
export type Line = Entry & { t: number; room?: string };

export type History = {
  file: string;
  note: (entry: Entry) => void;
  /** The same history, for what is about this room alone. */
  of: (room: string) => History;
};

/** Opens a history. Every line is in the file before anything else happens. */
export function openHistory(file: string): History {
  const handle = openSync(file, 'w');
  const began = performance.now();
  const about = (room?: string): History => ({
    file,
    note(entry) {
      const line: Line = { t: Math.round(performance.now() - began), ...(room && { room }), ...entry };
      writeSync(handle, `${JSON.stringify(line)}\n`);
    },
    of: about,
  });
  return about();
}
