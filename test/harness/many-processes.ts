// Several processes of one house on one database, and lines of members to any of them.
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, expect, vi } from 'vitest';
import { readEvents } from '#db/room-log.ts';
import type { LookoutTimes } from '#server/live/lookout.ts';
import { postgresWire } from '#server/processes/postgres-wire.ts';
import { redisWire } from '#server/processes/redis-wire.ts';
import type { Wire } from '#server/processes/wire.ts';
import { type Line, openLine } from './line.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { aMeetingRoom, type MeetingRoom, post } from './meeting-room.ts';
import type { TestRedis } from './redis.ts';
import { until } from './until.ts';

/** For a look that is not to happen, in ms. */
export const never = 1_000_000;
const silent = pino({ level: 'silent' });
const presence = { grace: 400, return: 1_500, look: 100, lead: 90_000 };

type MakeWire = (url: string) => Wire;
/** The two ways of word from process to process. */
export const byPostgres: MakeWire = (url) => postgresWire(url, silent);
export const byRedis =
  (redis: () => TestRedis): MakeWire =>
  () =>
    redisWire(redis().url, silent);

/** The words a line has heard. */
export const words = (line: Line) => line.events().flatMap((event) => ('text' in event ? [event.text] : []));

/** Called once at the top of a test file. Processes and lines are closed after each test. */
export function manyProcesses() {
  const servers: LiveServer[] = [];
  const lines: Line[] = [];
  afterEach(async () => {
    for (const line of lines.splice(0)) line.close();
    for (const server of servers.splice(0).reverse()) await server.close();
  });

  /** Processes on one fresh database. `lookout`: how often they look for what no word told them. */
  async function open(count: number, lookout: LookoutTimes, wire?: MakeWire): Promise<MeetingRoom> {
    const first = await startLiveServer({ lookout, presence, ...(wire ? { wire } : {}) });
    servers.push(first);
    while (servers.length < count) {
      const { database } = first;
      servers.push(await startLiveServer({ lookout, presence, database, ...(wire ? { wire } : {}) }));
    }
    const room = await aMeetingRoom(first.house(), 4);
    await first.house().db.updateTable('circle').set({ remove_rule: 'any-member' }).execute();
    return room;
  }

  /** A line of this person to a process; it has entered the room, if there is one. */
  async function lineAt(
    server: LiveServer | undefined,
    person = '',
    options: { seat?: boolean; room?: string } = {},
  ) {
    if (!server) throw new Error('no such server');
    const signIn = await server.signIn(person);
    const line = await openLine(server.origin, { cookie: signIn.cookie });
    lines.push(line);
    const { seat = false, room } = options;
    if (room) expect(await line.enter(room, { seat })).toHaveProperty('version');
    return Object.assign(line, signIn);
  }

  const house = (index = 0) => {
    const server = servers[index];
    if (!server) throw new Error('no such server');
    return server.house();
  };
  const log = (room: MeetingRoom) => readEvents(house().db, room.meeting, 0, 10_000);

  /** Waits until a word of each process reaches all these lines: who has just started may not be known yet. */
  async function heardByAll(some: Line[], room: MeetingRoom): Promise<void> {
    for (const { house } of servers) {
      await until(async () => {
        const ask = {
          room: room.meeting,
          actor: room.members[3] ?? null,
          id: randomUUID(),
          command: post('first'),
        };
        const done = await house().rooms.execute(ask);
        const version = 'version' in done ? done.version : never;
        await vi.waitFor(
          () => {
            for (const line of some) expect(line.events().at(-1)?.version).toBeGreaterThanOrEqual(version);
          },
          { timeout: 400 },
        );
      });
    }
  }
  return { servers, open, lineAt, house, log, heardByAll };
}
