import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Taken } from './waiting-commands.ts';

/** How long, in ms, something waits for the commit under way to end before another goes beside it. */
const LONG_WAIT = 5;

type Source = { take: () => Taken[]; done: (taken: readonly Taken[]) => void };

/** Rooms that would hold up the others of a commit; each has one of its own. */
type Aside = { wants: (taken: Taken) => boolean; commit: (taken: Taken) => Promise<void> };

/** Takes one room out of a commit: `task` goes on by itself, and the others do not wait for it. */
export type SetAside = (one: Taken, task: () => Promise<void>) => void;

/**
 * Runs `commit` over all that waits until nothing does: one after the other, so that more travels together, and one
 * beside it, for other rooms, while that takes long.
 */
export function openCommitLanes(
  waiting: Source,
  commit: (taken: Taken[], setAside: SetAside) => Promise<void>,
  { wants, commit: commitAside }: Aside,
) {
  const underWay = new Set<Promise<void>>();
  let isRunning = false;
  let isBeside = false;
  let longWait: NodeJS.Timeout | undefined;

  function take(): Taken[] {
    clearTimeout(longWait);
    longWait = undefined;
    return waiting.take();
  }

  async function run(): Promise<void> {
    isRunning = true;
    try {
      for (;;) {
        // One turn of the event loop lets everything that has arrived together go into the same commit.
        await nextTurn();
        const taken = take();
        if (taken.length === 0) return;
        await commitAll(taken);
      }
    } finally {
      isRunning = false;
    }
  }

  async function runBeside(): Promise<void> {
    const taken = take();
    if (taken.length === 0) return;
    isBeside = true;
    await commitAll(taken).finally(() => {
      isBeside = false;
    });
    start();
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
    open(
      task().finally(() => {
        waiting.done([one]);
        start();
      }),
    );
  }

  function open(task: Promise<void>): void {
    const opened = task.finally(() => underWay.delete(opened));
    underWay.add(opened);
  }

  /** Something waits: it is taken at once, or when the commit under way ends, or when that takes long. */
  function start(): void {
    if (!isRunning) open(run());
    else if (!isBeside) longWait ??= setTimeout(() => open(runBeside()), LONG_WAIT);
  }

  return {
    start,
    /** Resolves when nothing is under way. */
    async close(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
