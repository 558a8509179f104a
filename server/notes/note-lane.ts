import { hasWords, type NoteBlock } from '#app/domain/notes/note-tree.ts';
import type { NoteFrame, NotesOpened, NotesWritten } from '#app/domain/notes/wire.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findNotes, holdNotes, readNotePieces, replaceNotes } from '#db/note.ts';
import { clearOlderSearchNote } from '#db/search-note.ts';
import type { House } from '../house.ts';
import { derivedId } from '../rooms/command-id.ts';
import type { RoomStates } from '../rooms/room-states.ts';
import { openNoteCopy } from './note-copy.ts';
import type { Scribe } from './scribe.ts';
import { type QueuedNote, writeBatch } from './write-batch.ts';

export type NoteDeps = Pick<House, 'db' | 'now' | 'newId' | 'log'> & Pick<RoomStates, 'heedDepartures'>;

type Parts = NoteDeps & {
  scribe: Scribe;
  meeting: string;
  tell: (frame: NoteFrame, departures: number) => void;
};

/** How many stored pieces may pile up while people write before they are drawn together, too. */
const MOST_PIECES = 1_000;
/** How many updates may wait in one meeting before more are told that it is busy. */
const LONGEST_QUEUE = 1_000;
/** How many updates go into one commit. */
const MOST_TOGETHER = 200;

const busy = refuse('busy', { retryMs: 1_000 });

export type NoteLane = ReturnType<typeof openNoteLane>;

/**
 * The notes of one meeting on this process, one thing after the other. Everything that is written while one commit is
 * under way goes into the next. No process owns the notes: the number of the newest update decides.
 */
export function openNoteLane(parts: Parts) {
  const { db, now, log, scribe, meeting } = parts;
  const copy = openNoteCopy(parts);
  const desk = { ...parts, copy };
  let queue: QueuedNote[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  /** After everything that was asked before. A copy that failed is not trusted again. */
  function inTurn<Answer>(task: () => Promise<Answer>): Promise<Answer> {
    const mine = turn.then(task);
    turn = mine.catch((error: unknown) => {
      copy.forget();
      log.warn({ err: error, meeting }, 'notes could not be worked on');
    });
    return mine;
  }

  async function drain(): Promise<void> {
    const batch = queue.slice(0, MOST_TOGETHER);
    queue = queue.slice(batch.length);
    if (batch.length === 0) return;
    try {
      await writeBatch(desk, batch);
    } catch (error) {
      // Whoever has an answer keeps it; nobody else's was written for sure.
      for (const { settle } of batch) settle(busy);
      throw error;
    }
    if (copy.pieces() > MOST_PIECES) await drawTogether();
  }

  async function drawTogether(): Promise<void> {
    await db.transaction().execute(async (db) => {
      const head = await holdNotes(db, meeting);
      const pieces = head ? await readNotePieces(db, meeting, 0) : [];
      if (!head || pieces.length < 2) return;
      const bytes = pieces.map((piece) => new Uint8Array(piece.bytes));
      const state = await scribe.do('merge', bytes);
      await replaceNotes(db, { meeting, upto: head.newest, state, at: new Date(now()) });
      await clearOlderSearchNote(db, meeting, head);
    });
    copy.drawnTogether();
  }

  return {
    /** All that somebody with this state vector lacks. Makes the document when this is the first time. */
    open: (vector: Uint8Array): Promise<NotesOpened | Refusal> =>
      inTurn(async () => {
        const head = await copy.catchUp();
        if (!head) return refuse('not-found');
        const diff = await scribe.do('diff', meeting, new Uint8Array(vector));
        const { generation, newest: seq } = head;
        return diff ? { generation, seq, ...diff } : refuse('bad-input', { field: 'vector' });
      }),

    /** Resolves after the commit. An update with nothing new in it is acknowledged and not stored. */
    write(author: string, update: Uint8Array): Promise<NotesWritten | Refusal> {
      if (queue.length >= LONGEST_QUEUE) return Promise.resolve(busy);
      return new Promise((settle) => {
        queue.push({ author, update, settle });
        void inTurn(drain).catch(() => {});
      });
    },

    /** What can be read, without making a document where there is none. */
    tree: (): Promise<NoteBlock[]> =>
      inTurn(async () => {
        if (!copy.head() && !(await findNotes(db, meeting))) return [];
        await copy.catchUp();
        const blocks = await scribe.do('tree', meeting);
        return hasWords(blocks) ? blocks : [];
      }),

    /** An update that would put other notes at the end of these; null when there is nothing in them. */
    carried: (from: string, heading: string): Promise<Uint8Array | null> =>
      inTurn(async () => {
        const source = await readNotePieces(db, from, 0);
        if (!(await copy.catchUp())) return null;
        const bytes = source.map((piece) => new Uint8Array(piece.bytes));
        // Another one when something was noted since they were copied before; 32 bits, like any that Yjs would draw.
        const writer = Number.parseInt(derivedId(from, source.at(-1)?.seq ?? 0).slice(0, 8), 16);
        return scribe.do('carry', meeting, bytes, { heading, writer });
      }),

    /** One piece instead of many, in one transaction that nobody can append to meanwhile. */
    compact: (): Promise<void> => inTurn(drawTogether),

    /** Nobody has used these for a while: drawn together, and out of the memory. Whoever comes after finds them again. */
    rest: (): Promise<void> =>
      inTurn(async () => {
        if (copy.pieces() > 1) await drawTogether();
        copy.forget();
        await scribe.do('drop', meeting);
      }),

    /** The worker was started anew. */
    forget: () => copy.forget(),
    /** Waits until everything that was asked is answered. */
    settled: () => turn,
  };
}
