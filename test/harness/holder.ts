// The test's end of a process that holds an embedded database, so that it can be killed like a real one.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { namespacesWork } from '#server/embedded-postgres/account.ts';
import type { Order, Started } from './holder-process.ts';

/** As whom, and with which environment, a holder runs. */
export type Guise = {
  name: string;
  uid?: number;
  gid?: number;
  wrap?: string[];
  env?: Record<string, string>;
};

export type Holder = {
  pid: number;
  start(directory: string, settings?: Record<string, string>): Promise<Started>;
  query(text: string): Promise<Record<string, unknown>[]>;
  /** what the manager logged so far */
  said(): Promise<string[]>;
  stop(): Promise<'stopped' | 'left running'>;
  /** kill -9, and waits until the process is gone */
  kill(): Promise<void>;
};

const program = new URL('./holder-process.ts', import.meta.url).pathname;
const running = new Set<ChildProcess>();

/** Starts a process that can hold an embedded database. End it with `endHolders`. */
export function newHolder(guise: Guise, temporaryFolder: string): Holder {
  const [command, ...before] = [...(guise.wrap ?? []), process.execPath];
  const child = spawn(command!, [...before, program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...guise.env, TMPDIR: temporaryFolder },
    uid: guise.uid,
    gid: guise.gid,
  });
  running.add(child);
  const gone = once(child, 'exit').then(() => running.delete(child));

  let last = 0;
  async function tell<Answer>(order: Order): Promise<Answer> {
    const id = ++last;
    const answered = new Promise<Answer>((resolve, reject) => {
      child.on('message', function hear(answer: { id: number; value: Answer; error?: string }) {
        if (answer.id !== id) return;
        child.off('message', hear);
        if (answer.error === undefined) resolve(answer.value);
        else reject(new Error(answer.error));
      });
    });
    child.send({ id, order });
    return Promise.race([answered, gone.then(() => Promise.reject(new Error('the holder is gone')))]);
  }

  return {
    pid: child.pid!,
    start: (directory, settings) => tell({ do: 'start', directory, settings }),
    query: (text) => tell({ do: 'query', text }),
    said: () => tell({ do: 'said' }),
    stop: () => tell({ do: 'stop' }),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Ends every holder of this test file, whatever it is doing. */
export async function endHolders(): Promise<void> {
  const ends = [...running].map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ends);
}

const isRoot = process.getuid?.() === 0;
const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];

function idOfNobody(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
}

/** Whether the user nobody can read this project (not below a home that only its owner may enter). */
export function nobodyCanReach(): boolean {
  try {
    execFileSync('test', ['-r', program], { uid: idOfNobody('-u'), gid: idOfNobody('-g') });
    return true;
  } catch {
    return false;
  }
}

/** Whoever runs the tests. */
export const ourselves: Guise = { name: isRoot ? 'as root' : 'as the ordinary user who runs the tests' };

/** Everybody that the one who runs the tests can be: root is also an ordinary user. */
export function guises(): Guise[] {
  if (!isRoot) return [ourselves];
  const all: Guise[] = [ourselves];
  if (nobodyCanReach())
    all.push({ name: 'as the ordinary user nobody', uid: idOfNobody('-u'), gid: idOfNobody('-g') });
  if (namespacesWork()) all.push({ name: 'as an ordinary user in a namespace', wrap: namespace });
  return all;
}
