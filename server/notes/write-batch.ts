import { mergeUpdates } from 'yjs';
import type { NoteFrame, NotesWritten } from '#app/domain/notes/wire.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { appendNotes, listNoteWriters, type NoteHead } from '#db/note.ts';
import type { House } from '../house.ts';
import type { RoomStates } from '../rooms/room-states.ts';
import type { NoteCopy } from './note-copy.ts';
import type { Written } from './note-documents.ts';
import { type Scribe, ScribeLost } from './scribe.ts';

/** One update that waits to be written. */
export type QueuedNote = {
  author: string;
  update: Uint8Array;
  settle: (answer: NotesWritten | Refusal) => void;
};

type Desk = Pick<House, 'db' | 'now'> & {
  heedDepartures: RoomStates['heedDepartures'];
  scribe: Scribe;
  meeting: string;
  copy: NoteCopy;
  tell: (frame: NoteFrame, departures: number) => void;
};

/** How often a batch is tried anew after others were faster. */
const MOST_TRIES = 8;

const faults = {
  bad: refuse('bad-input', { field: 'update' }),
  missing: refuse('out-of-date'),
  full: refuse('too-large', { message: 'These notes are full. Take something out before you add more.' }),
};

/**
 * Writes what several people wrote in one statement: tried on the scribe's copy first, appended when the copy was the
 * newest, told after the commit, acknowledged last. Whatever goes wrong, the copy is forgotten, because it may
 * hold what is not stored. Throws when the database or the scribe does not answer; whoever is still unsettled was not written.
 */
export async function writeBatch(desk: Desk, batch: readonly QueuedNote[]): Promise<void> {
  let left = [...batch];
  const tried = new Set<QueuedNote>();
  for (let tries = 0; tries < MOST_TRIES && left.length > 0; tries += 1) {
    const head = desk.copy.head() ?? (await desk.copy.catchUp());
    if (!head) {
      for (const { settle } of left) settle(refuse('not-found'));
      return;
    }
    const { changes, odd } = await tryOn(desk, left);
    if (odd) {
      desk.copy.forget();
      left = left.filter((one) => one !== odd.one || keep(odd, tried));
      continue;
    }
    if (changes.length > 0 && !(await append(desk, head, changes))) {
      desk.copy.forget();
      left = await stillWriters(desk, left);
      continue;
    }
    const { newest } = desk.copy.head() ?? head;
    for (const { settle } of left) settle({ seq: newest });
    return;
  }
  for (const { settle } of left) settle(refuse('busy', { retryMs: 1_000 }));
}

type Change = { one: QueuedNote; bytes: Uint8Array };
type Odd = { one: QueuedNote; fault: keyof typeof faults };

/** Applies each to the scribe's copy; the first that does not go ends it. */
async function tryOn({ scribe, meeting }: Desk, batch: readonly QueuedNote[]) {
  const changes: Change[] = [];
  for (const one of batch) {
    const written = await scribe.do('write', meeting, one.update).catch(blame);
    if ('fault' in written) return { changes: [], odd: { one, fault: written.fault } };
    if (written.change) changes.push({ one, bytes: written.change });
  }
  return { changes, odd: null };
}

/** What brought the scribe down is no update. */
function blame(error: unknown): Written {
  if (error instanceof ScribeLost) return { fault: 'bad' };
  throw error;
}

/** What is missing here may have been written on another process a moment ago: it is tried once more on the newest. */
function keep({ one, fault }: Odd, tried: Set<QueuedNote>): boolean {
  if (fault === 'missing' && !tried.has(one)) {
    tried.add(one);
    return true;
  }
  one.settle(faults[fault]);
  return false;
}

/** Whoever had left by then is out of the room before anybody is told. */
async function append(desk: Desk, head: NoteHead, changes: readonly Change[]): Promise<boolean> {
  const { db, now, meeting, copy, tell } = desk;
  const updates = changes.map(({ one, bytes }) => ({ author: one.author, bytes }));
  const { generation, newest: expected } = head;
  const at = new Date(now());
  const appended = await appendNotes(db, { meeting, generation, expected, updates, at });
  if (!appended) return false;
  await desk.heedDepartures(meeting, appended.departures);
  const { newest } = copy.advance(updates.length);
  const frame = { room: meeting, generation, after: expected, seq: newest };
  tell({ ...frame, update: together(changes.map(({ bytes }) => bytes)) }, appended.departures);
  return true;
}

/** One update that says as much: a message with many parts costs each listener as many frames. */
function together(changes: Uint8Array[]): Uint8Array {
  const [only] = changes;
  return only && changes.length === 1 ? only : mergeUpdates(changes);
}

/** Whoever may not write any more is told so; the others go on. */
async function stillWriters({ db, meeting }: Desk, batch: readonly QueuedNote[]): Promise<QueuedNote[]> {
  const { open, members } = await listNoteWriters(db, meeting);
  return batch.filter(({ author, settle }) => {
    const isMember = members.has(author);
    if (!isMember || !open) settle(refuse(isMember ? 'meeting-closed' : 'not-found'));
    return isMember && open;
  });
}
