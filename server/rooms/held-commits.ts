import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { holdLog } from '#db/room.ts';
import { type CommitDeps, type CommitOutcome, commitIn } from './commit-drafts.ts';
import type { Draft, Queued } from './decide-queue.ts';
import type { LoadedRoom } from './loaded-room.ts';
import type { Reader } from './read-on.ts';
import type { Taken } from './waiting-commands.ts';

/** How many logs are held at once; each takes a connection for as long as it waits. */
const MOST_AT_ONCE = 3;
/** Nobody else seems to write any more when a room was held so often in a row without finding anything new. */
const CALM_AFTER = 3;
/** Of how many rooms we remember that others write to them too. */
const MOST_ROOMS = 1_000;

type Deps = CommitDeps & {
  reader: Reader;
  room: (id: string) => Promise<LoadedRoom | null>;
  /** Whoever has come while we waited goes along. */
  topUp: (taken: Taken) => void;
  decide: (room: LoadedRoom, queue: Queued[]) => Draft | undefined;
  conclude: (draft: Draft, outcome: CommitOutcome | undefined) => Promise<void>;
};

/**
 * Commits of rooms to which other processes write as well. Racing them wastes a statement for each race that is lost, and the
 * loser waits for the winner anyway. So whoever has lost one holds the log first, which the database grants in the order
 * of asking, then reads what is new, decides and appends. Everything happens on the connection that holds, so
 * however many wait, none waits for a second one.
 */
export function openHeldCommits(deps: Deps) {
  const contested = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let atWork = 0;

  async function commit(taken: Taken): Promise<void> {
    const { room: id, queue } = taken;
    let draft: Draft | undefined;
    let outcome: CommitOutcome | undefined;
    try {
      const room = await deps.room(id);
      if (!room) return turnAway(queue, refuse('not-found'));
      outcome = await inTurn(() =>
        deps.db.transaction().execute(async (tx) => {
          await catchUp(tx, room);
          deps.topUp(taken);
          draft = deps.decide(room, queue);
          return draft && draft.events.length > 0 ? commitIn(deps, tx, draft) : undefined;
        }),
      );
    } catch (error) {
      outcome = { failed: error };
    }
    if (draft) await deps.conclude(draft, outcome);
    // It could not even be held.
    else if (outcome) turnAway(queue, refuse('busy', { retryMs: 2_000 }));
  }

  async function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    atWork += 1;
    if (atWork > MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    return task().finally(() => {
      atWork -= 1;
      waiting.shift()?.();
    });
  }

  /** Holds the log and reads what this process does not know of it yet. */
  async function catchUp(tx: CommitDeps['db'], room: LoadedRoom): Promise<void> {
    const log = await holdLog(tx, room.id);
    const isNews = log.version > room.state.version || log.departures !== room.departures;
    if (isNews) await deps.reader.readHeld(tx, room, log.departures);
    note(room.id, isNews);
  }

  function note(id: string, isNews: boolean): void {
    const left = isNews ? CALM_AFTER : (contested.get(id) ?? CALM_AFTER) - 1;
    contested.delete(id);
    if (left > 0) contested.set(id, left);
    const [oldest] = contested.keys();
    if (oldest && contested.size > MOST_ROOMS) contested.delete(oldest);
  }

  return {
    commit,
    /** A race for this room was lost. */
    lost: (id: string) => note(id, true),
    wants: ({ room }: Taken) => contested.has(room),
  };
}

function turnAway(queue: readonly Queued[], answer: Refusal): void {
  for (const queued of queue) queued.settle(answer);
}
