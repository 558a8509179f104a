// The house of a benchmark's process: as shipped, with sign-ins, rules and PostgreSQL. Only how often one person may do
// things is lifted, because a few hundred people stand for many thousand.
import type { Server } from 'node:http';
import { type Logger, pino } from 'pino';
import { connect } from '#db/connect.ts';
import { connectLive } from '#server/connect-live.ts';
import type { House } from '#server/house.ts';
import { openBuild } from '#server/http/builds.ts';
import { openEdge } from '#server/http/open-edge.ts';
import { closeServer, listen, openServer } from '#server/http/open-server.ts';
import { createHouse } from '#server/open-house.ts';
import type { Wire } from '#server/processes/wire.ts';
import { readSettings, type Settings } from '#server/settings.ts';
import { unlimited } from '#test/harness/unlimited.ts';

export type BenchHouse = { house: House; server: Server; close: () => Promise<void> };

type BenchHouseOptions = {
  /** Where its database is. */
  database: string;
  port: number;
  /** The way to the other processes. */
  wire: (settings: Settings, log: Logger) => Wire;
  /** Whether it answers pages as well. */
  pages?: boolean;
};

/** Opens it on 127.0.0.1. */
export async function openBenchHouse({
  database,
  port,
  wire: openWire,
  pages = false,
}: BenchHouseOptions): Promise<BenchHouse> {
  const server = openServer();
  const settings = { ...readSettings({ LOG_LEVEL: 'error' }), port, origin: `http://127.0.0.1:${port}` };
  const connection = connect(database, { poolSize: settings.databasePoolSize });
  const log = pino({ level: 'error' }, pino.destination(2));
  const house = createHouse({ connection, settings, log, figures: unlimited });
  const wire = openWire(settings, log);
  const live = connectLive(server, house, { wire });
  if (pages) server.on('request', openEdge(house, await openBuild()));
  await listen(server, '127.0.0.1', port);

  async function close(): Promise<void> {
    const closed = closeServer(server, 500);
    await live.close();
    await closed;
    await house.rooms.close();
    await wire.close();
    await connection.close();
  }

  return { house, server, close };
}
