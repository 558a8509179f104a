// How the processes that use one embedded database know of each other.
// Each holds one connection for its whole life, and on it a shared lock. Whoever gets the lock for itself alone is the last
// one; it keeps the lock until the server is down, so that nobody can join between the look and the stop.
// A killed process loses its connection and with it the lock.
import pg from 'pg';
import { databaseUser, socketPort } from './place.ts';
import { codeOf } from './system.ts';

const lock = 0x726f6e646f; // "rondo"

export type Presence = {
  /** calls back once when the connection is lost without our wish */
  onLost(callback: () => void): void;
  /** gives up our share; true when nobody else holds one, and then nobody can join until `end` */
  leave(): Promise<boolean>;
  end(): Promise<void>;
  /** makes a database if it is missing */
  createDatabase(name: string): Promise<void>;
};

/** Joins the server behind the socket, or answers why it cannot be joined now. Throws where waiting cannot help. */
export async function join(socketDirectory: string): Promise<Presence | { unreachable: string }> {
  const client = new pg.Client({
    host: socketDirectory,
    port: socketPort,
    user: databaseUser,
    database: 'postgres',
    application_name: `rondo presence ${process.pid}`,
    connectionTimeoutMillis: 5_000,
    lock_timeout: 5_000,
    keepAlive: true,
  });
  let lost = false;
  let tell: (() => void) | undefined;
  client.on('error', () => {});
  client.on('end', () => {
    lost = true;
    tell?.();
  });
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock_shared(${lock})`);
    await confirm(client);
  } catch (error) {
    await client.end().catch(() => {});
    // Class 28 is "who are you": another program's cluster.
    if (codeOf(error)?.startsWith('28')) throw error;
    return { unreachable: error instanceof Error ? error.message : String(error) };
  }
  return {
    onLost(callback) {
      tell = callback;
      if (lost) callback();
    },
    async leave() {
      tell = undefined;
      await client.query(`select pg_advisory_unlock_shared(${lock})`);
      const { rows } = await client.query<{ alone: boolean }>(
        `select pg_try_advisory_lock(${lock}) as alone`,
      );
      if (rows[0]?.alone !== true) return false;
      await confirm(client);
      return true;
    },
    async end() {
      tell = undefined;
      await client.end().catch(() => {});
    },
    createDatabase: (name) => createDatabase(client, name),
  };
}

// A server that is being stopped may still hand out the lock of whoever stops it, but answers no further question.
async function confirm(client: pg.Client): Promise<void> {
  await client.query('select');
}

// What two processes get that make the same database at once: it exists, or its row in the catalogue does.
const alreadyThere = ['42P04', '23505'];

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return;
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!alreadyThere.includes(codeOf(error) ?? '')) throw error;
  }
}
