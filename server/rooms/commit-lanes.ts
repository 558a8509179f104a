import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Taken } from './waiting-commands.ts';

/** How many commits run side by side, each for other rooms: while the database writes one, the next is decided. */
const LANES = 2;

type Source = { take: () => Taken[]; done: (taken: readonly Taken[]) => void };

/** Rooms that would hold up the others of a commit; each has one of its own. */
type Aside = { wants: (taken: Taken) => boolean; commit: (taken: Taken) => Promise<void> };

/** Takes one room out of a commit: `task` goes on by itself, and the others do not wait for it. */
export type SetAside = (one: Taken, task: () => Promise<void>) => void;

/** Runs `commit` over all that waits, in lanes, until nothing does. */
export function openCommitLanes(
  waiting: Source,
  commit: (taken: Taken[], setAside: SetAside) => Promise<void>,
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
      await commitAll(taken);
    }
  }

  async function commitAll(taken: readonly Taken[]): Promise<void> {
    const free = new Set(taken);
    const setAside: SetAside = (one, task) => {
      free.delete(one);
      startAside(one, task);
    };
    for (const one of taken) if (wants(one)) setAside(one, () => commitAside(one));
    if (free.size > 0) await commit([...free], setAside).finally(() => waiting.done([...free]));
  }

  function startAside(one: Taken, task: () => Promise<void>): void {
    const aside = task().finally(() => {
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
