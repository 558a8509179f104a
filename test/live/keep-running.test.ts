// Whoever keeps several processes running, while the database is away.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { connect } from '#db/connect.ts';
import { testDatabase } from '#test/harness/database.ts';
import { freePort } from '#test/harness/redis.ts';

/** Longer than a process has to live to have started well. */
const long = { timeout: 60_000, interval: 100 };

test('while a process cannot be started again the other goes on, and once it can it is', async () => {
  const database = await testDatabase();
  onTestFinished(() => database.drop());
  const elsewhere = connect(inject('cluster').url, { poolSize: 1 });
  onTestFinished(() => elsewhere.close());
  /** Whether the database takes new connections; those there are stay. */
  const admit = (whether: boolean) =>
    elsewhere.pool.query(
      `alter database ${new URL(database.url).pathname.slice(1)} allow_connections ${whether}`,
    );
  const first = await freePort();
  const cluster = spawn(process.execPath, ['server/cluster/start-cluster.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'silent' },
      ...{ DATABASE_URL: database.url, ALLOW_UNSAFE_DB: 'yes', PORT: `${first}`, PROCESSES: '2' },
    },
  });
  const gone = once(cluster, 'exit');
  onTestFinished(async () => {
    cluster.kill('SIGTERM');
    expect((await gone)[0]).toBe(0);
  });
  const said: string[] = [];
  for (const stream of [cluster.stdout, cluster.stderr])
    createInterface(stream).on('line', (line) => said.push(line));
  const count = (words: string) => said.filter((line) => line.includes(words)).length;
  const answer = async (port: number) => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;

  await vi.waitFor(() => expect(count('Rondo is open')).toBe(2), long);
  const born = performance.now();
  await vi.waitFor(() => expect(performance.now() - born).toBeGreaterThan(10_000), long);
  const [killed = 0] = childrenOf(cluster.pid ?? 0);
  await admit(false);
  process.kill(killed, 'SIGKILL');
  await vi.waitFor(() => expect(count('has ended; it is started again') + count('giving up')).toBe(6), long);
  expect(said).not.toContainEqual(expect.stringContaining('giving up'));
  expect(await Promise.any([answer(first), answer(first + 1)])).toBe(200);
  await admit(true);
  await vi.waitFor(() => expect(count('Rondo is open')).toBe(3), long);
}, 120_000);

function childrenOf(pid: number): number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return list.split(' ').map(Number);
}
