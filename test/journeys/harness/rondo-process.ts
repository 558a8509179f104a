// A whole Rondo as a newcomer starts it: its own database in a folder of its own, on a free port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type RondoProcess = {
  origin: string;
  /** Stops it as Ctrl-C would and starts it again on the same data and port. */
  restart: () => Promise<void>;
  /** Ends it without a word, and starts it again. */
  killAndRestart: () => Promise<void>;
  /** Everything it printed. */
  output: () => string;
  /** Stops it and removes its data. */
  close: () => Promise<void>;
};

const root = path.join(import.meta.dirname, '..', '..', '..');

/** Starts Rondo and waits until it is ready. `env` adds to the settings; `name` is what browsers call this machine. */
export async function startRondo(
  env: Record<string, string> = {},
  name = 'localhost',
): Promise<RondoProcess> {
  const data = mkdtempSync(path.join(tmpdir(), 'rondo-journey-'));
  const port = await freePort();
  const origin = `http://${name}:${port}`;
  let output = '';
  let child: ChildProcess;

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['server/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATA_DIRECTORY: data,
        PORT: String(port),
        ORIGIN: origin,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    await ready(`http://localhost:${port}/readyz`, child, () => output);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  await start();
  return {
    origin,
    output: () => output,
    async restart() {
      await end('SIGTERM');
      await start();
    },
    async killAndRestart() {
      await end('SIGKILL');
      await start();
    },
    async close() {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`Rondo did not start:\n${output()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error(`Rondo was not ready within a minute:\n${output()}`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
