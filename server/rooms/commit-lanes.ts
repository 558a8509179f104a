import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Taken } from './waiting-commands.ts';

/** How many commits run side by side, each for other rooms: while the database writes one, the next is decided. */
const LANES = 2;

type Source = { take: () => Taken[]; done: (taken: readonly Taken[]) => void };

/** Runs `commit` over all that waits, in lanes, until nothing does. */
export function openCommitLanes(waiting: Source, commit: (taken: Taken[]) => Promise<void>) {
  const lanes = new Set<Promise<void>>();

  async function run(): Promise<void> {
    for (;;) {
      // One turn of the event loop lets everything that has arrived together go into the same commit.
      await nextTurn();
      const taken = waiting.take();
      if (taken.length === 0) return;
      await commit(taken).finally(() => waiting.done(taken));
    }
  }

  return {
    /** Something waits: another lane takes it, unless all are open and will come by. */
    start(): void {
      if (lanes.size >= LANES) return;
      const lane = run().finally(() => lanes.delete(lane));
      lanes.add(lane);
    },
    /** Resolves when nothing is under way. */
    async close(): Promise<void> {
      while (lanes.size > 0) await Promise.all(lanes);
    },
  };
}
