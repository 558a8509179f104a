// A database of one's own for a test file: a copy of the migrated template, made in a few hundredths of a second.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';

export type TestDatabase = Pick<Connection, 'db' | 'pool'> & {
  /** where another process finds the same database */
  url: string;
  /** closes the pool and removes the database, whoever else is connected */
  drop(): Promise<void>;
};

/** Makes an empty, migrated database. Call it in `beforeAll` and `drop` it in `afterAll`. */
export async function testDatabase({ poolSize = 10 } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await tellCluster(`create database ${name} template ${inject('cluster').template} strategy file_copy`);
  const url = addressOf(name);
  const { db, pool, close } = connect(url, { poolSize });

  async function drop(): Promise<void> {
    await close();
    await tellCluster(`drop database if exists ${name} with (force)`);
  }
  return { db, pool, url, drop };
}

function addressOf(database: string): string {
  const url = new URL(inject('cluster').url);
  url.pathname = `/${database}`;
  return url.href;
}

async function tellCluster(statement: string): Promise<void> {
  const client = new pg.Client(inject('cluster').url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
