import path from 'node:path';
import type { Logger } from 'pino';
import { type Connection, connect } from '#db/connect.ts';
import { holdingUpgrade, migrateToLatest } from '#db/migrate.ts';
import { startEmbeddedPostgres } from './embedded-postgres/start.ts';
import { migrateJobs } from './jobs/run-jobs.ts';
import { sayError } from './say-error.ts';
import type { Settings } from './settings.ts';
import type { Shutdown } from './shutdown.ts';

type Circumstances = { log: Logger; shutdown: Shutdown };

/**
 * Connects to the database of the settings; without an address it starts the embedded one. Throws, in words that name the
 * setting, when nobody answers there.
 */
export async function openDatabase(
  settings: Settings,
  { log, shutdown }: Circumstances,
): Promise<Connection> {
  const url = settings.databaseUrl ?? (await startEmbedded(settings, { log, shutdown }));
  const connection = connect(url, {
    poolSize: settings.databasePoolSize,
    onLost(error) {
      if (!shutdown.isRunning()) log.warn({ err: error }, 'a database connection was lost');
    },
  });
  shutdown.later('the database connections', 6, () => connection.close());
  if (settings.databaseUrl) await assertAnswers(connection);
  return connection;
}

async function assertAnswers({ pool }: Connection): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    throw new Error(`The database of DATABASE_URL cannot be opened: ${sayError(error)}`, { cause: error });
  }
}

/**
 * Takes every step that the program's own tables and the job queue still need. Answers the names of the former. Of
 * several processes that start at once one does it, and the others wait.
 */
export async function bringUpToDate({ url }: Pick<Connection, 'url'>): Promise<string[]> {
  // On connections of its own: a step may take longer than any other question, and so may waiting for one.
  const { db, pool, close } = connect(url, { poolSize: 3, answerWithin: 0 });
  try {
    return await holdingUpgrade(db, async () => {
      const steps = await migrateToLatest(db);
      await migrateJobs(pool);
      return steps;
    });
  } finally {
    await close();
  }
}

async function startEmbedded(settings: Settings, { log, shutdown }: Circumstances): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    directory: path.join(settings.dataDirectory, 'postgres'),
    settings: { max_connections: String(placesFor(settings)) },
    log: (sentence) => log.warn(sentence),
  });
  shutdown.later('the database', 8, () => postgres.stop());
  await postgres.createDatabase('rondo');
  return postgres.url('rondo');
}

/** What PostgreSQL has by itself, and keeps for its superuser and for whoever looks on. */
const USUAL_PLACES = 100;
const SPARE = 10;

/** Room for every connection that the processes may hold: their pools, five each beside them, and one by which they are known. */
function placesFor({ processes, databasePoolSize }: Settings): number {
  return Math.max(USUAL_PLACES, processes * (databasePoolSize + 6) + SPARE);
}
