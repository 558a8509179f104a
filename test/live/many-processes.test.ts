// Several processes of one house, on one database: for their members they are one.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { maskEvent } from '#app/domain/meeting/mask.ts';
import { readEvents } from '#db/room-log.ts';
import { removeMember } from '#server/circles/remove-member.ts';
import type { LookoutTimes } from '#server/live/lookout.ts';
import { signOutEverywhere } from '#server/people/sign-out-everywhere.ts';
import { postgresWire } from '#server/processes/postgres-wire.ts';
import { redisWire } from '#server/processes/redis-wire.ts';
import type { Wire } from '#server/processes/wire.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom, post } from '#test/harness/meeting-room.ts';
import { startRedis, type TestRedis } from '#test/harness/redis.ts';

const never = 1_000_000;
/** For what takes as long as a process needs to notice: that another began, died, or fell silent. */
const long = { timeout: 40_000, interval: 100 };
const soon = <Good>(check: () => Good | Promise<Good>) =>
  vi.waitFor(check, { timeout: 40_000, interval: 20 });
const silent = pino({ level: 'silent' });
const presence = { grace: 400, return: 1_500, look: 100, lead: 90_000 };
let redis: TestRedis;
let servers: LiveServer[] = [];
const lines: Line[] = [];

/** Processes on one fresh database. `lookout`: how often they look for what no word told them. */
async function open(
  count: number,
  lookout: LookoutTimes,
  wire?: (url: string) => Wire,
): Promise<MeetingRoom> {
  const first = await startLiveServer({ lookout, presence, ...(wire ? { wire } : {}) });
  servers = [first];
  while (servers.length < count) {
    const { database } = first;
    servers.push(await startLiveServer({ lookout, presence, database, ...(wire ? { wire } : {}) }));
  }
  const room = await aMeetingRoom(first.house(), 4);
  await first.house().db.updateTable('circle').set({ remove_rule: 'any-member' }).execute();
  return room;
}

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
const words = (line: Line) => line.events().flatMap((event) => ('text' in event ? [event.text] : []));
const house = (index = 0) => {
  const server = servers[index];
  if (!server) throw new Error('no such server');
  return server.house();
};
const log = (room: MeetingRoom) => readEvents(house().db, room.meeting, 0, 10_000);

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.close();
  for (const server of servers.splice(0).reverse()) await server.close();
});
afterAll(() => redis.kill());

const wires: [string, (url: string) => Wire][] = [
  ['PostgreSQL', (url) => postgresWire(url, silent)],
  ['Redis', () => redisWire(redis.url, silent)],
];

describe.each(wires)('with word going over %s alone', (_name, wire) => {
  const deaf = { logs: never, rights: never };

  test('P2 P15 members on three processes see one order, each event once', async () => {
    const room = await open(3, deaf, wire);
    const three = await Promise.all(
      servers.map((server, index) => lineAt(server, room.members[index], { room: room.meeting })),
    );
    const [first, second, third] = three;
    await heardByAll(three, room);
    const texts = Array.from({ length: 90 }, (_, index) => `${index}`);
    await Promise.all(texts.map((text, index) => three[index % 3]?.command(room.meeting, post(text))));
    await soon(() => {
      for (const line of three)
        expect(words(line).filter((text) => text?.length && text !== 'first')).toHaveLength(90);
    });
    const truth = (await log(room)).map(maskEvent);
    for (const line of [first, second, third])
      expect(line?.events()).toEqual(truth.slice(truth.length - (line?.events().length ?? 0)));
  });

  test('P16 removing a member cuts them on every process at once', async () => {
    const room = await open(3, deaf, wire);
    const ben = room.members[1] ?? '';
    const tabs = await Promise.all(servers.map((server) => lineAt(server, ben, { room: room.meeting })));
    await heardByAll(tabs, room);
    await removeMember(house(0), room.members[0] ?? '', { circleId: room.circle, personId: ben });
    for (const tab of tabs) await soon(() => expect(tab.cuts).toEqual([{ room: room.meeting }]));
    for (const tab of tabs) expect(await tab.enter(room.meeting)).toMatchObject({ refused: 'not-found' });
  });

  test('P16 signing out everywhere ends every line on every process', async () => {
    const room = await open(2, deaf, wire);
    const ben = room.members[1] ?? '';
    const tabs = await Promise.all(servers.map((server) => lineAt(server, ben, { room: room.meeting })));
    await heardByAll(tabs, room);
    for (const tab of tabs) tab.socket.io.reconnection(false);
    await signOutEverywhere(house(0), ben);
    for (const tab of tabs) await soon(() => expect(tab.cuts).toEqual([{ room: null }]));
  });

  test('P13 who sits and who types is seen on every process', async () => {
    const room = await open(2, deaf, wire);
    const [ana = '', ben = ''] = room.members;
    const at = { room: room.meeting, seat: true };
    const one = await lineAt(servers[0], ana, at);
    const two = await lineAt(servers[1], ben, at);
    for (const line of [one, two])
      await soon(() => expect([...(line.presences.at(-1)?.here ?? [])].sort()).toEqual([ana, ben].sort()));
    one.socket.emit('typing', { room: room.meeting, on: true });
    await soon(() => expect(two.presences.at(-1)?.typing).toEqual([ana]));
    one.close();
    await soon(() => expect(two.presences.at(-1)?.here).toEqual([ben]));
  });
});

/** Waits until a word of each process reaches all these lines: who has just started may not be known yet. */
async function heardByAll(some: Line[], room: MeetingRoom): Promise<void> {
  for (const { house } of servers) {
    await vi.waitFor(async () => {
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
    }, long);
  }
}

describe('while no word gets through', () => {
  test('P15 nothing is missing, and everything is there after the next look at the log', async () => {
    const room = await open(2, { logs: 100, rights: never });
    const one = await lineAt(servers[0], room.members[0], { room: room.meeting });
    const two = await lineAt(servers[1], room.members[1], { room: room.meeting });
    const looks = countLooks(1, room.meeting);
    for (let index = 0; index < 20; index += 1) {
      await one.command(room.meeting, post(`${index}`));
      const before = looks();
      await soon(() => expect(words(two)).toContain(`${index}`));
      // One look may have been under way when it was written; the next one has it.
      expect(looks() - before).toBeLessThanOrEqual(2);
    }
    expect(words(two)).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`));
  });

  test('P16 a removed member hears nothing that was said afterwards, though nobody told their process', async () => {
    const room = await open(2, { logs: 50, rights: never });
    const [ana, ben = ''] = room.members;
    const tab = await lineAt(servers[1], ben, { room: room.meeting });
    const cleo = await lineAt(servers[1], room.members[2], { room: room.meeting });
    await removeMember(house(0), ana ?? '', { circleId: room.circle, personId: ben });
    const said = [post('after they left'), post('and more')];
    for (const [index, command] of said.entries())
      await house(index).rooms.execute({ room: room.meeting, actor: ana ?? null, id: randomUUID(), command });
    await soon(() => expect(words(cleo)).toEqual(['after they left', 'and more']));
    expect(words(tab)).toEqual([]);
    expect(tab.cuts).toEqual([{ room: room.meeting }]);
  });

  test('P16 nor when the room had left the memory of their process', async () => {
    const room = await open(2, { logs: 50, rights: never });
    const [ana, ben = ''] = room.members;
    const tab = await lineAt(servers[1], ben, { room: room.meeting });
    const cleo = await lineAt(servers[1], room.members[2], { room: room.meeting });
    house(1).rooms.forget(room.meeting);
    await removeMember(house(0), ana ?? '', { circleId: room.circle, personId: ben });
    const command = post('after they left');
    await house(0).rooms.execute({ room: room.meeting, actor: ana ?? null, id: randomUUID(), command });
    await soon(() => expect(words(cleo)).toEqual(['after they left']));
    expect(words(tab)).toEqual([]);
    expect(tab.cuts).toEqual([{ room: room.meeting }]);
  });

  test('P16 a removed member and an ended sign-in are found by looking', async () => {
    const room = await open(2, { logs: never, rights: 100 });
    const [ana = '', ben = '', cleo = ''] = room.members;
    const removed = await lineAt(servers[1], ben, { room: room.meeting });
    const signedOut = await lineAt(servers[1], cleo, { room: room.meeting });
    const stays = await lineAt(servers[1], ana, { room: room.meeting });
    signedOut.socket.io.reconnection(false);
    await removeMember(house(0), ana, { circleId: room.circle, personId: ben });
    await signOutEverywhere(house(0), cleo);
    await soon(() => expect(removed.cuts).toEqual([{ room: room.meeting }]));
    await soon(() => expect(signedOut.cuts).toEqual([{ room: null }]));
    expect(stays.cuts).toEqual([]);
    expect(stays.socket.connected).toBe(true);
  });
});

/** How often a process has looked at a room's log. */
function countLooks(index: number, room: string): () => number {
  const { rooms } = house(index);
  const { follow } = rooms;
  let count = 0;
  rooms.follow = async (id, version) => {
    await follow(id, version);
    if (id === room) count += 1;
  };
  return () => count;
}

describe('when the line between processes breaks', () => {
  test('P15 a listener that PostgreSQL ends is replaced, as often as that happens', async () => {
    const room = await open(2, { logs: never, rights: never }, wires[0]?.[1]);
    const two = await lineAt(servers[1], room.members[1], { room: room.meeting });
    for (let round = 0; round < 4; round += 1) {
      await heardByAll([two], room);
      const ended = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like 'LISTEN%'`.execute(house().db);
      expect(ended.rows.length).toBeGreaterThan(0);
    }
    await heardByAll([two], room);
    const truth = (await log(room)).map(maskEvent);
    expect(two.events()).toEqual(truth.slice(truth.length - two.events().length));
  });

  test('P15 without Redis the rooms are kept in step by looking; with it back, by word', async () => {
    const room = await open(2, { logs: 100, rights: never }, wires[1]?.[1]);
    const one = await lineAt(servers[0], room.members[0], { room: room.meeting });
    const two = await lineAt(servers[1], room.members[1], { room: room.meeting });
    await redis.kill();
    for (const text of ['a', 'b'])
      expect(await one.command(room.meeting, post(text))).toHaveProperty('version');
    await soon(() => expect(words(two)).toEqual(['a', 'b']));
    await redis.start();
    // A cut comes by word alone here; it is said until it gets through.
    await vi.waitFor(() => {
      house(0).cut({ person: room.members[1] ?? '', circle: room.circle });
      expect(two.cuts).toEqual([{ room: room.meeting }]);
    }, long);
  });
});

describe('attendance', () => {
  const left = async (room: MeetingRoom, person: string) =>
    (await log(room)).filter((event) => event.kind === 'attendance.left' && event.person === person);

  test.each([
    ['with word', wires[0]?.[1]],
    ['without', undefined],
  ])('P13 %s somebody who sits at another process has not left', async (_name, wire) => {
    const room = await open(2, { logs: 50, rights: never }, wire);
    const [ana = '', ben = ''] = room.members;
    const at = { room: room.meeting, seat: true };
    const there = await lineAt(servers[0], ana, at);
    const [one, two] = [await lineAt(servers[1], ana, at), await lineAt(servers[1], ben, at)];
    one.close();
    two.close();
    // By the time ben has left, ana's grace at the second process is over as well.
    await vi.waitFor(async () => expect(await left(room, ben)).toHaveLength(1), long);
    expect(await left(room, ana)).toEqual([]);
    there.close();
    await vi.waitFor(async () => expect(await left(room, ana)).toHaveLength(1), long);
  });

  test('P13 when a process ends, its people may come back to another; whoever does not has left', async () => {
    const room = await open(2, { logs: 50, rights: never }, wires[0]?.[1]);
    const [ana = '', ben = ''] = room.members;
    const at = { room: room.meeting, seat: true };
    for (const person of [ana, ben]) await lineAt(servers[0], person, at);
    await vi.waitFor(async () =>
      expect((await log(room)).at(-1)).toMatchObject({ kind: 'attendance.arrived' }),
    );
    const [gone] = servers;
    await gone?.stop();
    servers = servers.slice(1).concat(gone ?? []);
    await lineAt(servers[0], ana, at);
    await vi.waitFor(async () => expect(await left(room, ben)).toHaveLength(1), long);
    expect(await left(room, ana)).toEqual([]);
  });
});
