// A Redis of one's own, which keeps nothing and can go away and come back.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

export type TestRedis = { url: string; start: () => Promise<void>; kill: () => Promise<void> };

/** Starts it on a free port. Throws in words when this machine has no redis-server. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  let running: ChildProcess | undefined;

  async function start(): Promise<void> {
    const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/' });
    running = child;
    const missing = once(child, 'error').then(() => {
      throw new Error('These tests need redis-server: apt-get install redis-server');
    });
    await Promise.race([ready(child), missing]);
  }
  await start();
  process.once('exit', () => running?.kill('SIGKILL'));
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    async kill() {
      if (!running) return;
      const gone = once(running, 'exit');
      running.kill('SIGKILL');
      await gone;
      running = undefined;
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  if (!child.stdout) return;
  for await (const line of createInterface(child.stdout)) if (line.includes('Ready to accept')) break;
  child.stdout.resume();
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
