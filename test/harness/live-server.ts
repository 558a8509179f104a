// The sockets of a house behind a real server, without pages unless wanted; it can go down and come back as itself. Several on one
// database are several processes of one house.
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pino } from 'pino';
import { connect } from '#db/connect.ts';
import { cookieName } from '#server/auth/cookie.ts';
import { connectLive } from '#server/connect-live.ts';
import type { House } from '#server/house.ts';
import { openBuild } from '#server/http/builds.ts';
import { openEdge } from '#server/http/open-edge.ts';
import { closeServer, listen, openServer } from '#server/http/open-server.ts';
import { migrateJobs } from '#server/jobs/run-jobs.ts';
import type { Figures } from '#server/limits/figures.ts';
import type { DrainLimits } from '#server/live/backpressure.ts';
import type { HearingLimits } from '#server/live/fair-hearing.ts';
import type { LookoutTimes } from '#server/live/lookout.ts';
import type { PresenceTimes } from '#server/live/presence.ts';
import { createHouse } from '#server/open-house.ts';
import type { Wire } from '#server/processes/wire.ts';
import { readSettings } from '#server/settings.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export type LiveServer = {
  /** The house of the process that runs now; another one after a restart. */
  house: () => House;
  database: TestDatabase;
  origin: string;
  /** The `Cookie` header of a new sign-in of this person, and the sign-in's id. */
  signIn: (person: string) => Promise<{ cookie: string; session: string }>;
  /** How many lines are open now. */
  lines: () => number;
  stop: () => Promise<void>;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

export type LiveServerOptions = {
  drain?: DrainLimits;
  hearing?: HearingLimits;
  presence?: PresenceTimes;
  lookout?: LookoutTimes;
  figures?: Figures;
  /** The database of another server, which drops it. */
  database?: TestDatabase;
  /** The way to the other processes. */
  wire?: (url: string) => Wire;
  /** Whether it answers pages as well. */
  pages?: boolean;
};

/** Starts it on a fresh database. The clock is the real one. */
export async function startLiveServer(options: LiveServerOptions = {}): Promise<LiveServer> {
  const database = options.database ?? (await testDatabase());
  if (!options.database) await migrateJobs(database.pool);
  let port = 0;
  let running = await open();
  const origin = `http://127.0.0.1:${port}`;

  async function open() {
    const server = openServer();
    await listen(server, '127.0.0.1', port);
    ({ port } = server.address() as AddressInfo);
    const settings = { ...readSettings({}), port, origin: `http://127.0.0.1:${port}` };
    const log = pino({ level: 'silent' });
    const connection = connect(database.url);
    const house = createHouse({ connection, settings, log, figures: options.figures });
    const wire = options.wire?.(database.url);
    const { presence: times, lookout, drain, hearing } = options;
    const live = connectLive(server, house, { times, lookout, drain, hearing, wire });
    if (options.pages) server.on('request', openEdge(house, await openBuild()));
    const sockets = new Set<Duplex>();
    server.on('upgrade', (_request, socket: Duplex) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    return { server, house, live, sockets, wire, connection, isStopped: false };
  }

  async function stop(): Promise<void> {
    if (running.isStopped) return;
    running.isStopped = true;
    const { server, house, live, wire, connection } = running;
    const closed = closeServer(server, 500);
    await live.close();
    await closed;
    await house.notes.close();
    await house.rooms.close();
    await wire?.close();
    await connection.close();
  }

  return {
    house: () => running.house,
    database,
    origin,
    async signIn(person) {
      const token = running.house.newToken();
      const { sessionId: session } = await running.house.sessions.start(person, token);
      return { cookie: `${cookieName(origin)}=${token}`, session };
    },
    lines: () => running.sockets.size,
    stop,
    async start() {
      running = await open();
    },
    async close() {
      await stop();
      if (!options.database) await database.drop();
    },
  };
}
