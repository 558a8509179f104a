import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { type TestDatabase, testDatabase } from '#test/harness/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

async function read(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(base.db);
  return rows[0]?.value;
}

test.each([
  ['9007199254740991::int8', 9007199254740991],
  ['(select count(*) from pg_class where false)', 0],
  ['array[1, null, 3]::int8[]', [1, null, 3]],
  [`date '2026-03-29'`, '2026-03-29'],
  [`array[date '2026-03-29', date '2026-10-25']`, ['2026-03-29', '2026-10-25']],
  [`time '18:30'`, '18:30:00'],
  [`timestamptz '2026-03-29 01:30+00'`, new Date('2026-03-29T01:30:00Z')],
])('%s is read as a plain value', async (expression, value) => {
  expect(await read(expression)).toEqual(value);
});

test('a bigint that a number cannot hold is refused, not rounded', async () => {
  await expect(read('9007199254740993::int8')).rejects.toThrow('9007199254740993 is too large');
  expect(await read('1')).toBe(1);
});

test('another pool in this process reads values as pg always did', async () => {
  const client = new pg.Client(base.url);
  await client.connect();
  const { rows } = await client.query('select 1::int8 as value');
  await client.end();
  expect(rows[0].value).toBe('1');
});

test('a connection gives up long waits by itself', async () => {
  const settings = await Promise.all(
    ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'].map((name) =>
      read(`current_setting('${name}')`),
    ),
  );
  expect(settings).toEqual(['10s', '3s', '15s']);
});

test('the pool survives that every one of its connections is cut', async () => {
  const lost: Error[] = [];
  const pool = connect(base.url, { poolSize: 3, onLost: (error) => lost.push(error) });
  await Promise.all([1, 2, 3].map(() => pool.pool.query('select pg_sleep(0.02)')));
  const busy = pool.pool.query('select pg_sleep(5)').catch((error: Error) => error);
  await expect.poll(() => running(`select pg_sleep(5)`)).toBe(1);

  await base.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);

  expect(await busy).toBeInstanceOf(Error);
  await expect.poll(() => lost.length).toBe(2);
  await expect
    .poll(() => pool.pool.query('select 1 as one').then((r) => r.rows, String))
    .toEqual([{ one: 1 }]);
  await pool.close();
});

async function running(query: string): Promise<number> {
  const { rows } = await base.pool.query(
    `select from pg_stat_activity where state = 'active' and query = $1 and datname = current_database()`,
    [query],
  );
  return rows.length;
}

test('closing waits for a query that is nearly done', async () => {
  const pool = connect(base.url);
  const done = pool.pool.query('select pg_sleep(0.2), 7 as seven');
  await expect.poll(() => pool.pool.totalCount - pool.pool.idleCount).toBe(1);
  await Promise.all([pool.close(), pool.close()]);
  expect((await done).rows[0].seven).toBe(7);
});

test('closing cuts what is still busy after the deadline, and never hangs', async () => {
  const pool = connect(base.url, { closeWithin: 100 });
  const forgotten = await pool.pool.connect();
  const slow = pool.pool.query('select pg_sleep(9)').catch((error: Error) => error);
  await expect.poll(() => running('select pg_sleep(9)')).toBe(1);
  await pool.close();
  expect(await slow).toBeInstanceOf(Error);
  await expect(forgotten.query('select 1')).rejects.toThrow();
});
