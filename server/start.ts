import type { Logger } from 'pino';
import { assertDurable } from '#db/durable.ts';
import { keepsSecureCookies } from './auth/cookie.ts';
import { connectLive } from './connect-live.ts';
import type { House } from './house.ts';
import { openBuild, openSources } from './http/builds.ts';
import { openEdge } from './http/open-edge.ts';
import { closeServer, listen, openServer } from './http/open-server.ts';
import { isLoopback } from './http/own-origins.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { bringUpToDate, openDatabase } from './open-database.ts';
import { createHouse } from './open-house.ts';
import { openWire } from './processes/open-wire.ts';
import type { Settings } from './settings.ts';
import type { Shutdown } from './shutdown.ts';

/**
 * Opens everything in order: database, house, jobs, sockets, pages. Each step tells `shutdown` how to undo it, so that
 * closing goes backwards through the same list. Answers the house, when the first request can be
 * answered.
 */
export async function start(
  settings: Settings,
  { log, shutdown, dev }: { log: Logger; shutdown: Shutdown; dev: boolean },
): Promise<House> {
  const connection = await openDatabase(settings, { log, shutdown });
  await assertDurable(connection.db, { allowUnsafe: settings.allowUnsafeDb });
  await bringUpToDate(connection);

  const house = createHouse({ connection, settings, log });
  shutdown.later('the rooms', 3, () => house.rooms.close());
  shutdown.later('the notes', 3, () => house.notes.close());
  // A crash may have left rows and logs of meetings apart; nobody should have to wait for the hour.
  await house.enqueue(house.db, 'settle-meetings', {}, { key: 'settle-meetings' });
  const jobs = await runJobs(house, connection.pool);
  shutdown.later('the jobs', 4, () => jobs.stop());

  const server = openServer();
  const front = dev ? await openSources(server) : await openBuild();
  shutdown.later('the pages', 2, () => front.close());
  // In development the pages renew themselves through a socket on the same server.
  const wire = openWire(settings, connection.url, log);
  shutdown.later('the line to other processes', 2, () => wire.close());
  const live = connectLive(server, house, { shared: dev, wire });
  server.on('request', openEdge(house, front));
  shutdown.later('the connections', 4, async () => {
    const closed = closeServer(server, 2_000);
    await live.close();
    await closed;
  });
  await listen(server, settings.host, settings.port);
  warnOfOrigin(settings, log);
  return house;
}

/** Says what the address that members type will cost them. */
function warnOfOrigin({ host, origin }: Settings, log: Logger): void {
  if (!isLoopback(host) && isLoopback(new URL(origin).hostname))
    log.warn('HOST lets other machines in, but none is answered: set ORIGIN to what they type');
  if (!keepsSecureCookies(origin))
    log.warn(
      'ORIGIN is a plain http address: whoever listens on the network can read passwords and take over sign-ins; see docs/operations.md for https',
    );
}
