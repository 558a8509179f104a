// A process of its own for each part of a benchmark, kept on its core, asked and answering in messages.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type PinnedProcess = {
  pid: number;
  /** Asks for something; rejects with the process's own word when that goes wrong, or when it ends. */
  ask: <Answer>(what: string, payload?: unknown) => Promise<Answer>;
  stop: () => Promise<void>;
};

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

/**
 * Starts a file that calls `answerAsks`, on these cores (as `taskset` takes them) or anywhere; `flags` are Node's.
 * Rejects when it does not get as far as answering.
 */
export async function startPinned(
  file: string,
  cores: string | null,
  flags: readonly string[],
  given: readonly string[],
): Promise<PinnedProcess> {
  const command = [process.execPath, '--expose-gc', ...flags, file, ...given];
  const [program = '', ...args] = cores ? ['taskset', '-c', cores, ...command] : command;
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const child: ChildProcess = spawn(program, args, { stdio: ['ignore', 2, 2, 'ipc'], env });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  child.on('message', (answer) => take(waiting, answer));
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended: ${signal ?? code}`));
  });
  await ready(child, file);

  return {
    pid: child.pid ?? 0,
    ask(what, payload) {
      asked += 1;
      const number = asked;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        child.send({ number, what, payload });
      });
    },
    stop: () => stop(child),
  };
}

/** Its first message. Rejects when it cannot be started, or ends before that. */
async function ready(child: ChildProcess, file: string): Promise<void> {
  const heard = new AbortController();
  const { signal } = heard;
  const ended = once(child, 'exit', { signal }).then(([code, by]) => {
    throw new Error(`${file} ended before it began: ${by ?? code}`);
  });
  await Promise.race([once(child, 'message', { signal }), ended]).finally(() => heard.abort());
}

function take(waiting: Map<number, Waiting>, answer: unknown): void {
  const { number, good, bad } = answer as { number?: number; good?: never; bad?: string };
  const asked = waiting.get(number ?? 0);
  waiting.delete(number ?? 0);
  if (bad === undefined) asked?.resolve(good as never);
  else asked?.reject(new Error(bad));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
