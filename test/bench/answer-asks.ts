// The other half of pinned-process.ts: a benchmark's process answers until its parent lets go.

type Answers = Record<string, (payload: never) => unknown>;

/** Answers asks by name. When the parent lets go, `close` runs and the process ends. */
export function answerAsks(answers: Answers, close: () => Promise<unknown> = async () => {}): void {
  process.on(
    'message',
    async ({ number, what, payload }: { number: number; what: string; payload: never }) => {
      try {
        process.send?.({ number, good: await answers[what]?.(payload) });
      } catch (error) {
        process.send?.({
          number,
          bad: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      }
    },
  );
  process.on('disconnect', () => void close().finally(() => process.exit(0)));
  process.send?.({ ready: true });
}

export type Usage = { at: number; cpuMs: number; rss: number; mostRss: number; held: number };

/** What this process has used so far, in ms of processor, and what it holds now and held at most, in bytes. */
export function usage({ collect = false }: { collect?: boolean } = {}): Usage {
  if (collect) for (let times = 0; times < 3; times++) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const mostRss = process.resourceUsage().maxRSS * 1024;
  return { at: performance.now(), cpuMs: (user + system) / 1000, rss, mostRss, held: heapUsed + external };
}
