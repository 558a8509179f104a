import path from 'node:path';
import type { Logger } from 'pino';
import { connect } from '#db/connect.ts';
import { assertDurable } from '#db/durable.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { connectLive } from './connect-live.ts';
import { startEmbeddedPostgres } from './embedded-postgres/start.ts';
import { openBuild, openSources } from './http/builds.ts';
import { openEdge } from './http/open-edge.ts';
import { closeServer, listen, openServer } from './http/open-server.ts';
import { migrateJobs, runJobs } from './jobs/run-jobs.ts';
import { createHouse } from './open-house.ts';
import type { Settings } from './settings.ts';
import type { Shutdown } from './shutdown.ts';

/**
 * Opens everything in order: database, house, jobs, sockets, pages. Each step tells `shutdown` how to undo it, so that
 * closing goes backwards through the same list. Resolves when the first request can be answered.
 */
export async function start(
  settings: Settings,
  { log, shutdown, dev }: { log: Logger; shutdown: Shutdown; dev: boolean },
): Promise<void> {
  const url = settings.databaseUrl ?? (await startDatabase(settings, log, shutdown));
  const connection = connect(url, {
    poolSize: settings.databasePoolSize,
    onLost: (error) => shutdown.isRunning() || log.warn({ err: error }, 'a database connection was lost'),
  });
  shutdown.later('the database connections', 6, () => connection.close());
  await assertDurable(connection.db, { allowUnsafe: settings.allowUnsafeDb });
  await migrateToLatest(connection.db);
  await migrateJobs(connection.pool);

  const house = createHouse({ connection, settings, log });
  shutdown.later('the rooms', 3, () => house.rooms.close());
  const jobs = await runJobs(house, connection.pool);
  shutdown.later('the jobs', 4, () => jobs.stop());

  const server = openServer();
  const front = dev ? await openSources(server) : await openBuild();
  shutdown.later('the pages', 2, () => front.close());
  const live = connectLive(server, house);
  server.on('request', openEdge(house, front));
  shutdown.later('the connections', 4, async () => {
    const closed = closeServer(server, 2_000);
    await live.close();
    await closed;
  });
  await listen(server, settings.host, settings.port);
}

async function startDatabase(settings: Settings, log: Logger, shutdown: Shutdown): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    directory: path.join(settings.dataDirectory, 'postgres'),
    log: (sentence) => log.warn(sentence),
  });
  shutdown.later('the database', 8, () => postgres.stop());
  await postgres.createDatabase('rondo');
  return postgres.url('rondo');
}
