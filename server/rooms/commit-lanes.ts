import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Taken } from './waiting-commands.ts';

/** How many commits run side by side, each for other rooms: while the database writes one, the next is decided. */
const LANES = 2;

type Source = { take: () => Taken[]; done: (taken: readonly Taken[]) => void };

/** Rooms that would hold up the others of a commit; each has one of its own. */
type Aside = { wants: (taken: Taken) => boolean; commit: (taken: Taken) => Promise<void> };

/** Runs `commit` over all that waits, in lanes, until nothing does. */
export function openCommitLanes(
  waiting: Source,
  commit: (taken: Taken[]) => Promise<void>,
  { wants, commit: commitAside }: Aside,
) {
  const lanes = new Set<Promise<void>>();
  const asides = new Set<Promise<void>>();

  async function run(): Promise<void> {
    for (;;) {
      // One turn of the event loop lets everything that has arrived together go into the same commit.
      await nextTurn();
      const taken = waiting.take();
      if (taken.length === 0) return;
      const apart = taken.filter(wants);
      for (const one of apart) startAside(one);
      const free = taken.filter((one) => !apart.includes(one));
      if (free.length > 0) await commit(free).finally(() => waiting.done(free));
    }
  }

  function startAside(one: Taken): void {
    const aside = commitAside(one).finally(() => {
      asides.delete(aside);
      waiting.done([one]);
      start();
    });
    asides.add(aside);
  }

  /** Something waits: another lane takes it, unless all are open and will come by. */
  function start(): void {
    if (lanes.size >= LANES) return;
    const lane = run().finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  return {
    start,
    /** Resolves when nothing is under way. */
    async close(): Promise<void> {
      while (lanes.size + asides.size > 0) await Promise.all([...lanes, ...asides]);
    },
  };
}
