import { refuse } from '#app/domain/refusal.ts';
import { findRoom } from '#db/room.ts';
import type { House } from '../house.ts';
import type { Answers } from './answers.ts';
import type { Draft, Queued } from './decide-queue.ts';
import type { LoadedRoom } from './loaded-room.ts';
import type { Reader } from './read-on.ts';
import type { RoomCache } from './room-cache.ts';

/** How often a command is decided anew after others were faster. */
const MOST_TRIES = 8;

type Deps = Pick<House, 'db' | 'log'> & {
  cache: RoomCache;
  reader: Reader;
  answers: Answers;
  /** Lets commands of a room wait again, before those that came later. */
  queueAgain: (room: string, queue: Queued[]) => void;
};

/** What becomes of commands that were decided on a state that is no longer the log's, or could not be stored. */
export function openSecondTries({ db, log, cache, reader, answers, queueAgain }: Deps) {
  /** Somebody else was faster: read the log again, and decide anew in the same order. */
  async function movedOn(draft: Draft): Promise<void> {
    await renew(draft.room);
    tryAgain(draft);
  }

  /** The database said no: each may be in the log or not, and goes alone if it is not. */
  async function failed(draft: Draft, error: unknown): Promise<void> {
    log.warn({ err: error, room: draft.room.id }, 'an append did not go through');
    await renew(draft.room);
    const missing: Queued[] = [];
    for (const { queued } of draft.answers) {
      const before = await answers.answerFromLog(queued);
      if (before) queued.settle(before);
      else missing.push({ ...queued, tries: queued.tries + 1, alone: true });
    }
    requeue(draft.room.id, missing);
  }

  /** What was refused, or changed nothing, was judged by what we remember: that has to be what the log says. */
  async function unwritten(draft: Draft): Promise<void> {
    const isStale = await reader.readOn(draft.room).catch(() => false);
    if (isStale) tryAgain(draft);
    else await answers.settle(draft);
  }

  /** What is in the log already is found out by the append. */
  function tryAgain({ room, answers: answered }: Draft): void {
    requeue(
      room.id,
      answered.map(({ queued }) => ({ ...queued, tries: queued.tries + 1 })),
    );
  }

  function requeue(room: string, queue: readonly Queued[]): void {
    const worn = ({ tries }: Queued) => tries >= MOST_TRIES;
    for (const queued of queue) if (worn(queued)) queued.settle(refuse('busy', { retryMs: 1_000 }));
    queueAgain(
      room,
      queue.filter((queued) => !worn(queued)),
    );
  }

  /** Reads what is new in the log; when nothing is, then somebody has left or joined. */
  async function renew(room: LoadedRoom): Promise<void> {
    try {
      if (await reader.readOn(room)) return;
      const row = await findRoom(db, room.id);
      if (row) await reader.lookAround(room, row.departures);
      else cache.forget(room.id);
    } catch (error) {
      log.warn({ err: error, room: room.id }, 'the log could not be read');
    }
  }

  return { movedOn, failed, unwritten };
}
