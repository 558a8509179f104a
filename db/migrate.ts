// The database's shape, step by step. Each step is one file in `migrations/`, in the order of its name.
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import type { Database } from './connect.ts';

/**
 * Brings the database up to date and returns the names of the steps it took. Of two processes that
 * start at once, one waits for the other. Throws what the failing step threw; that step then left nothing behind.
 */
export async function migrateToLatest(db: Database): Promise<string[]> {
  return db.connection().execute(async (one) => {
    // A step may take its time, and so may waiting for another process that takes it.
    await sql`set statement_timeout = 0`.execute(one);
    await sql`set lock_timeout = 0`.execute(one);
    try {
      const { error, results = [] } = await migrator(one).migrateToLatest();
      if (error) throw error;
      return results.map((result) => result.migrationName);
    } finally {
      await sql`reset statement_timeout`.execute(one);
      await sql`reset lock_timeout`.execute(one);
    }
  });
}

/** Any number that nobody else uses for a lock in this database. */
const UPGRADE = 7_066_001;

/** Does `work` while no other process does: for what brings a database up to date. Needs one connection for itself. */
export async function holdingUpgrade<Done>(db: Database, work: () => Promise<Done>): Promise<Done> {
  return db.connection().execute(async (one) => {
    await sql`set statement_timeout = 0`.execute(one);
    await sql`set lock_timeout = 0`.execute(one);
    await sql`select pg_advisory_lock(${UPGRADE})`.execute(one);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${UPGRADE})`.execute(one);
      await sql`reset statement_timeout`.execute(one);
      await sql`reset lock_timeout`.execute(one);
    }
  });
}

/** The names of the steps that this database has not taken yet. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter((step) => step.executedAt === undefined).map((step) => step.name);
}

function migrator(db: Database): Migrator {
  const migrationFolder = path.join(import.meta.dirname, 'migrations');
  return new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) });
}
