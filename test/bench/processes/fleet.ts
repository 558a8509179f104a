// Several processes of one house on one database, and how word goes between them.
import path from 'node:path';
import { type PinnedProcess, startPinned } from '../pinned-process.ts';
import { freePort } from '../room/contest.ts';
import type { RoomShape, World } from '../room/world.ts';
import { shippedFlags } from '../shipped-flags.ts';

/** `lost`: everything that is said goes out over PostgreSQL, and nobody hears any of it. */
export type Way = 'postgres' | 'redis' | 'lost';

export type Fleet = {
  origins: string[];
  /** Rooms in which everybody may end everybody's rights, with the circle of each. */
  furnish: (shape: RoomShape) => Promise<World & { circles: Record<string, string> }>;
  /** Asks one of the processes. */
  ask: <Answer>(process: number, what: string, payload?: unknown) => Promise<Answer>;
  stop: () => Promise<void>;
};

type Wanted = { count: number; way: Way; database: string; redis: string };

/** Starts them; each is on a port of its own. */
export async function startFleet({ count, way, database, redis }: Wanted): Promise<Fleet> {
  const file = path.join(import.meta.dirname, 'house-process.ts');
  const processes: PinnedProcess[] = [];
  const origins: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const port = String(await freePort());
    const channel = way === 'lost' ? `alone-${port}` : 'rondo';
    const given = [database, port, channel, ...(way === 'redis' ? [redis] : [])];
    processes.push(await startPinned(file, null, shippedFlags(), given));
    origins.push(`http://127.0.0.1:${port}`);
  }

  function ask<Answer>(index: number, what: string, payload?: unknown): Promise<Answer> {
    const process = processes[index];
    if (!process) throw new RangeError(`There is no process ${index}.`);
    return process.ask<Answer>(what, payload);
  }

  return {
    origins,
    furnish: (shape) => ask(0, 'world', shape),
    ask,
    async stop() {
      await Promise.all(processes.map((process) => process.stop()));
    },
  };
}
