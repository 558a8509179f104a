// Whichever way a right ends: on every process the line is cut, and nothing lets this person in again.
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { readEvents } from '#db/room-log.ts';
import type { LookoutTimes } from '#server/live/lookout.ts';
import { standardLookout } from '#server/live/lookout.ts';
import { postgresWire } from '#server/processes/postgres-wire.ts';
import { redisWire } from '#server/processes/redis-wire.ts';
import type { Wire } from '#server/processes/wire.ts';
import { endingsOfMembership, endingsOfSignIn, endRight, prepareEndings } from '#test/harness/endings.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import { type LiveServer, startLiveServer } from '#test/harness/live-server.ts';
import { aMeetingRoom, type MeetingRoom, post } from '#test/harness/meeting-room.ts';
import { startRedis, type TestRedis } from '#test/harness/redis.ts';
import { until } from '#test/harness/until.ts';

const never = 1_000_000;
const silent = pino({ level: 'silent' });
const memberships = Object.keys(endingsOfMembership);
const all = [...memberships, ...Object.keys(endingsOfSignIn)];
let servers: LiveServer[] = [];
let redis: TestRedis;
const lines: Line[] = [];

type Wiring = { lookout: LookoutTimes; wire?: (url: string) => Wire };
const deaf = { logs: never, rights: never };
/** With how long it may take until another process has noticed, in the middle of five, in ms. */
const ways: [string, number, () => Wiring][] = [
  ['by word over PostgreSQL', 100, () => ({ lookout: deaf, wire: (url) => postgresWire(url, silent) })],
  ['by word over Redis', 100, () => ({ lookout: deaf, wire: () => redisWire(redis.url, silent) })],
  ['by looking, with every word lost', 700, () => ({ lookout: standardLookout })],
];

/** Three processes on one database. */
async function open(wiring: Wiring): Promise<void> {
  const first = await startLiveServer({ ...wiring, pages: true });
  servers = [first];
  while (servers.length < 3)
    servers.push(await startLiveServer({ ...wiring, database: first.database, pages: true }));
}

/** Somebody with a tab on every process, and somebody who stays. */
async function people() {
  const [first] = servers;
  if (!first) throw new Error('no server');
  const room = await aMeetingRoom(first.house(), 2);
  await prepareEndings(first.house());
  const [by = '', person = ''] = room.members;
  const signIn = await first.signIn(person);
  const tabs = await Promise.all(servers.map((server) => tabOf(server, signIn.cookie, room)));
  const stays = await tabOf(servers[2], (await first.signIn(by)).cookie, room);
  return {
    room,
    tabs,
    stays,
    ...signIn,
    whose: { person, by, session: signIn.session, circle: room.circle },
  };
}

async function tabOf(server: LiveServer | undefined, cookie: string, room: MeetingRoom): Promise<Line> {
  const line = await openLine(server?.origin ?? '', { cookie });
  lines.push(line);
  line.socket.io.reconnection(false);
  expect(await line.enter(room.meeting, { seat: false })).toHaveProperty('version');
  return line;
}

/** What the room's page answers on each process. */
function pages(room: MeetingRoom, cookie: string): Promise<number[]> {
  return Promise.all(
    servers.map(async ({ origin }) => {
      const page = `${origin}/meetings/${room.meeting}/room`;
      return (await fetch(page, { headers: { cookie }, redirect: 'manual' })).status;
    }),
  );
}

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.kill());

afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});

/** What each door answers to this line: that there is no such room, or nothing because the line is gone. */
function tryDoors(line: Line, room: string): Promise<string[]> {
  const tries: [string, object][] = [
    ['command', { id: randomUUID(), command: post('one more') }],
    ['read', { version: 1 }],
    ['typing', { on: true }],
    ['enter', { protocol: PROTOCOL, after: 0, seat: false }],
    ['notes.open', { vector: new Uint8Array() }],
    ['notes.update', { piece: 0, pieces: 1, update: new Uint8Array([0, 0]) }],
  ];
  return Promise.all(
    tries.map(async ([door, request]) => {
      if (!line.socket.connected) return 'gone';
      const answer = await line.send(door, { room, ...request }).catch(() => ({ refused: 'gone' }));
      return (answer as { refused?: string }).refused ?? `${door} passed`;
    }),
  );
}

/** When the last of these lines has heard that it is cut. */
async function lastCut(some: readonly Line[]): Promise<number> {
  const cut = ({ socket }: Line) => new Promise<void>((resolve) => socket.once('cut', () => resolve()));
  await Promise.all(some.map(cut));
  return performance.now();
}

describe.each(ways)('%s', (_name, within, wiring) => {
  beforeAll(() => open(wiring()));
  afterAll(async () => {
    for (const server of servers.reverse()) await server.close();
  });

  test.each(all)('P16 %s: cut on every process, and refused there', async (ending) => {
    const { room, tabs, stays, cookie, whose } = await people();
    expect(await pages(room, cookie)).toEqual([200, 200, 200]);
    const [first] = servers;
    if (!first) throw new Error('no server');
    await endRight(first.house(), ending, whose);
    const isMembership = memberships.includes(ending);
    const cut = { room: isMembership ? room.meeting : null };
    for (const tab of tabs) await until(() => expect(tab.cuts.at(-1)).toEqual(cut));
    expect(await pages(room, cookie)).toEqual([404, 404, 404]);
    for (const { origin } of servers) {
      const again = await openLine(origin, { cookie }).catch((error: Error) => error.message);
      if (typeof again === 'string') expect([again, isMembership]).toEqual(['signed-out', false]);
      else lines.push(again);
      if (typeof again !== 'string')
        expect(await again.enter(room.meeting)).toMatchObject({ refused: 'not-found' });
    }
    expect(stays.cuts).toEqual([]);
    expect(stays.socket.connected).toBe(true);
  });

  test('P16 signed out or removed: the other processes have noticed soon after the answer', async () => {
    const lates: number[] = [];
    for (const ending of ['signed out', 'member removed', 'signed out', 'member removed', 'signed out']) {
      const { tabs, whose } = await people();
      const [first] = servers;
      if (!first) throw new Error('no server');
      const cut = lastCut(tabs.slice(1));
      await endRight(first.house(), ending, whose);
      const answered = performance.now();
      lates.push((await cut) - answered);
    }
    expect(lates.toSorted((one, other) => one - other)[2]).toBeLessThan(within);
  });
});

describe('on the process that is asked', () => {
  beforeAll(() => open({ lookout: deaf }));
  afterAll(async () => {
    for (const server of servers.reverse()) await server.close();
  });

  test.each(all)('P16 %s: when it is answered no door lets anything through', async (ending) => {
    const { room, tabs, whose } = await people();
    const [first] = servers;
    if (!first) throw new Error('no server');
    const [here] = tabs as [Line];
    expect(await here.send('notes.open', { room: room.meeting, vector: new Uint8Array() })).toHaveProperty(
      'seq',
    );
    const { version } = (await first.house().rooms.state(room.meeting)) ?? { version: 0 };
    // Sent in the moment in which the end is answered, before the line can have heard of it.
    const answers = await endRight(first.house(), ending, whose).then(() => tryDoors(here, room.meeting));
    expect(new Set(answers)).toEqual(new Set([memberships.includes(ending) ? 'not-found' : 'gone']));
    const said = await readEvents(first.house().db, room.meeting, version, 100);
    expect(said.filter(({ actor, kind }) => actor === whose.person && kind.startsWith('message'))).toEqual(
      [],
    );
  });
});

describe('before anybody has noticed', () => {
  beforeAll(() => open({ lookout: deaf }));
  afterAll(async () => {
    for (const server of servers.reverse()) await server.close();
  });

  test.each(all)('P16 %s: an open line catches up on nothing any more', async (ending) => {
    const { room, tabs, whose } = await people();
    const [first] = servers;
    if (!first) throw new Error('no server');
    await endRight(first.house(), ending, whose);
    for (const tab of tabs.slice(1)) {
      expect(tab.cuts).toEqual([]);
      expect(await tab.enter(room.meeting, { after: 0 })).toMatchObject({ refused: 'not-found' });
      const notes = await tab.send('notes.open', { room: room.meeting, vector: new Uint8Array() });
      expect(notes).toMatchObject({ refused: 'not-found' });
    }
  });
});
