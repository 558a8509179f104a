// The runner's end of a job: a process that is handed one seed after the other.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Held } from './stage.ts';
import type { Wishes } from './wishes.ts';

export type Job = {
  /** Holds the run of this seed. Throws when the job fell over, and is of no use then. */
  hold: (seed: number) => Promise<Held>;
  close: () => Promise<void>;
};

const program = new URL('./job-process.ts', import.meta.url).pathname;

/** Starts a job; `number` tells its files from those of the others. */
export async function startJob(wishes: Wishes, number: number): Promise<Job> {
  const own = { ...wishes, folder: path.join(wishes.folder, `job-${number}`) };
  const child = fork(program, [JSON.stringify(own)], { env: { ...process.env, ...quickStart(wishes) } });
  await answerOf<'ready'>(child);
  return {
    async hold(seed) {
      child.send(seed);
      return answerOf<Held>(child);
    },
    async close() {
      const gone = once(child, 'exit');
      child.send('enough');
      await gone;
    },
  };
}

/** Node keeps the code it has made ready, so that what is killed is soon back: about a third of the time. */
function quickStart({ folder }: Wishes): Record<string, string> {
  return { NODE_COMPILE_CACHE: path.resolve(folder, 'compiled') };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const stopped = new AbortController();
  const { signal } = stopped;
  const gone = once(child, 'exit', { signal }).then(([code, by]) => {
    throw new Error(`A job of the fault runs ended (${code ?? by}).`);
  });
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal }), gone]);
    return answer as Answer;
  } finally {
    gone.catch(() => {});
    stopped.abort();
  }
}
