import { type ChildProcess, spawn } from 'node:child_process';
import { once, setMaxListeners } from 'node:events';
import path from 'node:path';

/** Who lives this long, in ms, has started well. */
const WELL = 10_000;
/** Before a process that died is started again, in ms; twice as long after each that has not started well. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 8_000;
/** So many that have not started well in a row where none ever has, and no more is tried. */
const MOST_FAILURES = 5;
/** What does not close within this time, in ms, is ended. A process closes within ten seconds by itself. */
const LONGEST_STOP = 12_000;

const program = path.join(import.meta.dirname, '..', 'main.ts');

export type Cluster = {
  /** Resolves when it gives up, or has stopped: with the exit code to end with. */
  ended: Promise<number>;
  /** Ends all processes and waits for them. */
  stop: () => void;
};

/**
 * Runs one process of the program on each port and starts again whichever dies. Gives up when one cannot be started
 * several times in a row: then something is wrong that starting does not mend. But where one has run well it is tried for
 * ever: the database may be away for a while, and the others are still there.
 */
export function keepRunning(ports: readonly number[]): Cluster {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const codes = ports.map((port) => keep(port, stopping));
  return {
    ended: Promise.all(codes).then((all) => Math.max(...all)),
    stop: () => stopping.abort(),
  };
}

async function keep(port: number, stopping: AbortController): Promise<number> {
  let hasRunWell = false;
  for (let failures = 0; ; ) {
    const began = performance.now();
    const code = await run(port, stopping.signal);
    if (stopping.signal.aborted) return code;
    const isWell = performance.now() - began > WELL;
    hasRunWell ||= isWell;
    failures = isWell ? 0 : failures + 1;
    if (failures >= MOST_FAILURES && !hasRunWell) {
      console.error(`The process on port ${port} cannot be started; giving up.`);
      stopping.abort();
      return 1;
    }
    const pause = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE);
    console.error(`The process on port ${port} has ended; it is started again.`);
    await new Promise((resume) => setTimeout(resume, pause));
    if (stopping.signal.aborted) return 0;
  }
}

/** One life of one process. Answers its exit code; 0 when it was stopped as it should be. */
async function run(port: number, stop: AbortSignal): Promise<number> {
  const env = { ...process.env, PORT: String(port) };
  const child = spawn(process.execPath, [...process.execArgv, program], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  // A machine that is too busy to start one is tried again, too.
  const exit = once(child, 'exit').catch(() => [1, null]);
  const end = () => endWithin(LONGEST_STOP, child);
  stop.addEventListener('abort', end, { once: true });
  const [code, signal] = (await exit) as [number | null, NodeJS.Signals | null];
  stop.removeEventListener('abort', end);
  // Told to stop before it could even listen for that: there was nothing to close.
  return code ?? (stop.aborted && signal === 'SIGTERM' ? 0 : 1);
}

function endWithin(milliseconds: number, child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  child.once('exit', () => clearTimeout(timer));
}
