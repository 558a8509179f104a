// A wire ends when it is told to, whatever it is just doing.
import { pino } from 'pino';
import { Server } from 'socket.io';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresWire } from '#server/processes/postgres-wire.ts';
import { type TestDatabase, testDatabase } from '../../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test.each([
  ['while it opens', 0],
  ['when it listens', 1],
])('closed %s it gives every connection back by itself', async (_when, listening) => {
  const wire = postgresWire(database.url, pino({ enabled: false }));
  const io = new Server({ adapter: wire.adapter });
  if (listening) await expect.poll(listeners).toBe(listening);
  const begun = performance.now();
  await io.of('/').adapter.close();
  await wire.close();
  // Whatever is not given back is ended by force, after 5 s.
  expect(performance.now() - begun).toBeLessThan(4_000);
});

async function listeners(): Promise<number> {
  const { rows } = await database.pool.query(
    `select 1 from pg_stat_activity where datname = current_database() and query like 'LISTEN%'`,
  );
  return rows.length;
}
