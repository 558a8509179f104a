// Everything a run stands on: a database, server processes that are started again when they die, and a house to prepare
// meetings with. It outlives many runs.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import type { House } from '#server/house.ts';
import { createHouse } from '#server/open-house.ts';
import { readSettings } from '#server/settings.ts';
import { freePort, startRedis, type TestRedis } from '#test/harness/redis.ts';
import { openRunDatabase, type RunDatabase } from './database.ts';
import { findMutant } from './mutants.ts';
import { openServerProcess, type Server } from './server.ts';

export type World = {
  database: RunDatabase;
  servers: Server[];
  /** What the words between the processes go over; null where it is the database itself. */
  redis: TestRedis | null;
  /** For what comes before a run: people, a circle, a meeting, sign-ins. */
  house: House;
  origin: string;
  /** Told of every server process that ended by itself. */
  onDied: (how: { code: number | null; signal: string | null }) => void;
  /** Starts dead processes again, each after a moment, until told to stop. */
  keep: () => () => Promise<void>;
  close: () => Promise<void>;
};

export type WorldWanted = {
  processes: number;
  /** Where the warnings of the servers go. */
  folder: string;
  mutant?: string | undefined;
  smallDisk?: boolean;
  /** Whether the words between the processes go over Redis. */
  overRedis?: boolean;
};

/** How long a dead process stays dead, in ms: as long as whatever watches over it in earnest would need. */
const REVIVAL = 150;

export async function openWorld({
  processes,
  mutant,
  folder,
  smallDisk = false,
  overRedis = false,
}: WorldWanted): Promise<World> {
  mkdirSync(folder, { recursive: true });
  const turned = mutant ? findMutant(mutant) : undefined;
  const database = await openRunDatabase(turned?.database ?? {}, { small: smallDisk });
  for (const statement of turned?.sql ?? []) await database.connection.pool.query(statement);
  const redis = overRedis ? await startRedis() : null;
  const ports = await Promise.all(Array.from({ length: processes }, freePort));
  const origin = `http://127.0.0.1:${ports[0]}`;
  const settings = { ...readSettings({}), origin, databaseUrl: database.url };
  const house = createHouse({ connection: database.connection, settings, log: pino({ level: 'silent' }) });

  const world: World = {
    ...{ database, redis, house, origin },
    onDied: () => {},
    servers: ports.map((port, index) =>
      openServerProcess({
        ...{ port, origin, mutant, database: database.url, redis: redis?.url },
        log: path.join(folder, `server-${index + 1}.log`),
        onDied: (how) => world.onDied(how),
      }),
    ),
    keep: () => keep(world.servers),
    async close() {
      await Promise.all(world.servers.map((server) => server.kill()));
      await redis?.kill();
      await house.rooms.close();
      await database.close();
    },
  };
  await Promise.all(world.servers.map((server) => server.start()));
  return world;
}

function keep(servers: readonly Server[]): () => Promise<void> {
  const reviving = new Map<Server, Promise<void>>();
  const watch = setInterval(() => {
    for (const server of servers) if (!server.isUp() && !reviving.has(server)) revive(server);
  }, 20);

  function revive(server: Server): void {
    const revived = new Promise((resume) => setTimeout(resume, REVIVAL)).then(() => server.start());
    reviving.set(server, revived);
    void revived.finally(() => reviving.delete(server));
  }

  return async () => {
    clearInterval(watch);
    await Promise.all([...reviving.values()]);
    await Promise.all(servers.map((server) => server.start()));
  };
}
