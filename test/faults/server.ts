// The runner's end of a server process: starts it, gives it orders, kills it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Deed } from './deed.ts';
import type { Order } from './server-process.ts';

export type ServerWanted = {
  database: string;
  /** The Redis that its words to the others go over; the database unless given. */
  redis?: string | undefined;
  port: number;
  origin: string;
  /** The file its warnings go to. */
  log: string;
  /** The mutant that its code is turned into; none unless given. */
  mutant?: string | undefined;
  /** Told when it ended although nobody had killed it. */
  onDied: (how: { code: number | null; signal: string | null }) => void;
};

export type Server = {
  port: number;
  isUp: () => boolean;
  /** Starts it, unless it runs. Where the database is not there it tries again until `ms` have passed. */
  start: (ms?: number) => Promise<void>;
  tell: (order: Order) => void;
  /** Has something done there; resolves when it was, or was not, or the process has died, after `ms` at the latest. */
  have: (deed: Deed, ms?: number) => Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill: () => Promise<void>;
  /** SIGSTOP for a while: it is there and does nothing. */
  pause: (ms: number) => void;
};

const program = new URL('./server-process.ts', import.meta.url).pathname;
const mutate = new URL('./mutate.ts', import.meta.url).href;

/** It may have killed itself a moment ago. */
const whateverComes = () => {};

/** A server process that does not run yet. */
export function openServerProcess(wanted: ServerWanted): Server {
  let child: ChildProcess | undefined;
  let open = false;

  async function start(ms = 20_000): Promise<void> {
    const until = performance.now() + ms;
    while (!open) {
      await attempt();
      if (!open && performance.now() > until)
        throw new Error(`A server process does not start: ${wanted.log}`);
    }
  }

  async function attempt(): Promise<void> {
    const { database, port, origin, log, mutant, redis = '' } = wanted;
    const turned = mutant ? ['--import', mutate] : [];
    const mine = spawn(process.execPath, [...turned, program, database, `${port}`, origin, log, redis], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // A mutant's code is made anew each time.
      env: { ...process.env, ...(mutant ? { MUTANT: mutant, NODE_DISABLE_COMPILE_CACHE: '1' } : {}) },
    });
    child = mine;
    mine.once('exit', (code, signal) => {
      const wasOpen = open && child === mine;
      if (child === mine) open = false;
      // SIGKILL is ours, by hand or at a failpoint.
      if (wasOpen && signal !== 'SIGKILL') wanted.onDied({ code, signal });
    });
    const opened = once(mine, 'message').then(() => true);
    open = await Promise.race([opened, once(mine, 'exit').then(() => false)]);
  }

  return {
    port: wanted.port,
    isUp: () => open,
    start,
    async have(deed, ms = 3_000) {
      const mine = child;
      if (!open || !mine) return;
      const over = { signal: AbortSignal.timeout(ms) };
      mine.send(deed, whateverComes);
      await Promise.race([once(mine, 'message', over), once(mine, 'exit', over)]).catch(() => {});
    },
    tell: (order) => void (open && child?.send(order, whateverComes)),
    async kill() {
      const mine = child;
      if (!mine || mine.exitCode !== null || mine.signalCode !== null) return;
      const gone = once(mine, 'exit');
      mine.kill('SIGKILL');
      await gone;
    },
    pause(ms) {
      const mine = child;
      mine?.kill('SIGSTOP');
      setTimeout(() => mine?.kill('SIGCONT'), ms);
    },
  };
}
