import type { AddressInfo } from 'node:net';
import { type DestinationStream, type Logger, pino } from 'pino';
import { connectLive } from '#server/connect-live.ts';
import type { House } from '#server/house.ts';
import { openBuild } from '#server/http/builds.ts';
import { openEdge } from '#server/http/open-edge.ts';
import { closeServer, listen, openServer } from '#server/http/open-server.ts';
import { migrateJobs } from '#server/jobs/run-jobs.ts';
import type { Figures } from '#server/limits/figures.ts';
import { openLog } from '#server/log.ts';
import { createHouse } from '#server/open-house.ts';
import { readSettings, type Settings } from '#server/settings.ts';
import { type TestClock, testClock } from './clock.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { unlimited } from './unlimited.ts';
import { openVisitor, type Visitor } from './visitor.ts';

type TestHouseOptions = {
  /** The clock of the house; one that stands still until moved, unless given. */
  clock?: TestClock;
  settings?: Partial<Settings>;
  /** How often things may be done; as often as one likes, unless given. */
  figures?: Figures;
  /** Where the log goes; nowhere unless given. */
  log?: DestinationStream;
};

export type TestHouse = {
  house: House;
  clock: TestClock;
  database: TestDatabase;
  /** Closes the house and removes its database. */
  close: () => Promise<void>;
};

export type TestServer = TestHouse & {
  /** such as `http://127.0.0.1:49152` */
  origin: string;
  /** A browser of somebody new, without cookies. */
  visitor: () => Visitor;
};

/** A whole house on a fresh database, without HTTP: for use cases. Call it in `beforeAll`, `close` it in `afterAll`. */
export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const { clock = testClock(), figures = unlimited } = options;
  const database = await testDatabase();
  await migrateJobs(database.pool);
  const settings: Settings = { ...readSettings({}), allowUnsafeDb: true, ...options.settings };
  const house = createHouse({
    connection: database,
    settings,
    figures,
    log: logTo(options.log),
    now: clock.now,
  });

  async function close(): Promise<void> {
    await house.notes.close();
    await house.rooms.close();
    await database.drop();
  }
  return { house, clock, database, close };
}

/** The same house behind the real HTTP server, on a port of its own. It serves the finished build. */
export async function startTestServer(options: TestHouseOptions = {}): Promise<TestServer> {
  const server = openServer();
  await listen(server, '127.0.0.1', 0);
  const { port } = server.address() as AddressInfo;
  const origin = options.settings?.origin ?? `http://127.0.0.1:${port}`;
  const opened = await openTestHouse({ ...options, settings: { port, origin, ...options.settings } });
  const live = connectLive(server, opened.house);
  server.on('request', openEdge(opened.house, await openBuild()));

  return {
    ...opened,
    origin,
    visitor: () => openVisitor(`http://127.0.0.1:${port}`, origin),
    async close() {
      const closed = closeServer(server, 1_000);
      await live.close();
      await closed;
      await opened.close();
    },
  };
}

function logTo(stream: DestinationStream | undefined): Logger {
  return stream ? openLog('trace', stream) : pino({ level: 'silent' });
}
