import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const root = path.join(import.meta.dirname, '..', '..');

/** The program as its users start it, with a data folder of its own. */
export type Program = {
  process: ChildProcess;
  /** Resolves when the line with the address is there; rejects when the program ended before. */
  opened: Promise<void>;
  /** Everything on the standard output and error streams, once it ended, and how. */
  ended: Promise<{ code: number | null; out: string; err: string }>;
};

export type Ground = {
  directory: string;
  port: number;
  start: (env?: Record<string, string>) => Program;
  /** The command lines of all processes that still have to do with this ground. */
  processes: () => string[];
  remove: () => void;
};

/** Makes a place where the program can run: an empty folder and a free port. */
export async function openGround(): Promise<Ground> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'rondo-program-'));
  const port = await freePort();

  return {
    directory,
    port,
    start: (env = {}) => startProgram({ DATA_DIRECTORY: directory, PORT: String(port), ...env }),
    processes: () => commandLines().filter((line) => line.includes(directory)),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function startProgram(env: Record<string, string>): Program {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { PATH, HOME, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
    ([[code], out, err]) => ({ code: code as number | null, out, err }),
  );
  const endedEarly = ended.then(({ err }) =>
    Promise.reject(new Error(`it ended before it was open: ${err}`)),
  );
  const opened = Promise.race([once(child.stdout, 'data'), endedEarly]).then(() => {});
  opened.catch(() => {});
  return { process: child, opened, ended };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function commandLines(): string[] {
  if (!existsSync('/proc/self/cmdline'))
    return execFileSync('ps', ['-Ao', 'args'], { encoding: 'utf8' }).split('\n');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLineOf);
}

/** What a process was started with; nothing when it ended while we looked. */
function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
