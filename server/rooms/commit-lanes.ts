import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Taken } from './waiting-commands.ts';

/** How many commits run side by side at most, each for other rooms. */
const LANES = 2;

/** How long, in ms, something waits for the commit under way to end before another goes beside it. */
const LONG_WAIT = 5;

type Source = { take: () => Taken[]; done: (taken: readonly Taken[]) => void };

/** Rooms that would hold up the others of a commit; each has one of its own. */
type Aside = { wants: (taken: Taken) => boolean; commit: (taken: Taken) => Promise<void> };

/** Takes one room out of a commit: `task` goes on by itself, and the others do not wait for it. */
export type SetAside = (one: Taken, task: () => Promise<void>) => void;

/**
 * Runs `commit` over all that waits until nothing does: one after the other, so that more travels together, and two
 * side by side while they take long.
 */
export function openCommitLanes(
  waiting: Source,
  commit: (taken: Taken[], setAside: SetAside) => Promise<void>,
  { wants, commit: commitAside }: Aside,
) {
  const lanes = new Set<Promise<unknown>>();
  const asides = new Set<Promise<void>>();
  let longWait: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    // One turn of the event loop lets everything that has arrived together go into the same commit.
    do await nextTurn();
    while (await commitWaiting());
  }

  /** Commits what waits; false when nothing did. */
  async function commitWaiting(): Promise<boolean> {
    clearTimeout(longWait);
    longWait = undefined;
    const taken = waiting.take();
    if (taken.length > 0) await commitAll(taken);
    return taken.length > 0;
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

  function open(lane: Promise<unknown>): void {
    lanes.add(lane);
    void lane.finally(() => lanes.delete(lane));
  }

  /** Something waits: it is taken at once, or when the commit under way ends, or when that takes long. */
  function start(): void {
    if (lanes.size === 0) open(run());
    else if (lanes.size < LANES) longWait ??= setTimeout(startBeside, LONG_WAIT);
  }

  function startBeside(): void {
    open(commitWaiting().then((found) => found && setImmediate(start)));
  }

  return {
    start,
    /** Resolves when nothing is under way. */
    async close(): Promise<void> {
      while (lanes.size + asides.size > 0) await Promise.all([...lanes, ...asides]);
    },
  };
}
