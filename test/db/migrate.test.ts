import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { migrateToLatest, pendingMigrations } from '#db/migrate.ts';

const steps = readdirSync(new URL('../../db/migrations/', import.meta.url))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();
const name = `fresh_${process.pid}`;
const address = new URL(inject('cluster').url);
let admin: pg.Client;
let first: Connection;
let second: Connection;

beforeAll(async () => {
  admin = new pg.Client(inject('cluster').url);
  await admin.connect();
  await admin.query(`create database ${name}`);
  address.pathname = `/${name}`;
  first = connect(address.href, { poolSize: 2 });
  second = connect(address.href, { poolSize: 2 });
});
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

test('two processes that start at once take every step once between them', async () => {
  expect(await pendingMigrations(first.db)).toEqual(steps);

  const taken = await Promise.all([migrateToLatest(first.db), migrateToLatest(second.db)]);

  expect(taken.flat()).toEqual(steps);
  expect(await pendingMigrations(second.db)).toEqual([]);
  expect(await migrateToLatest(first.db)).toEqual([]);
});

test('the long waits that migrating allows itself are over afterwards', async () => {
  await migrateToLatest(first.db);
  const { rows } = await sql`select current_setting('statement_timeout') as statement,
    current_setting('lock_timeout') as lock`.execute(first.db);
  expect(rows).toEqual([{ statement: '10s', lock: '3s' }]);
});
