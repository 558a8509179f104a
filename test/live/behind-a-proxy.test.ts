// Real processes behind the handbook's real proxies: whichever dies, its members go on at another.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readEvents } from '#db/room-log.ts';
import { cookieName } from '#server/auth/cookie.ts';
import type { House } from '#server/house.ts';
import { migrateJobs } from '#server/jobs/run-jobs.ts';
import { createHouse } from '#server/open-house.ts';
import { readSettings } from '#server/settings.ts';
import { openTab, type Tab } from '#test/harness/browser-tab.ts';
import { type TestDatabase, testDatabase } from '#test/harness/database.ts';
import { aMeetingRoom, type MeetingRoom } from '#test/harness/meeting-room.ts';
import { type Front, startHaproxy, startNginx } from '#test/harness/proxies.ts';
import { freePort } from '#test/harness/redis.ts';
import { until } from '#test/harness/until.ts';

const [port, first] = [await freePort(), await freePort()];
const processes = [first, first + 1, first + 2];
const origin = `http://127.0.0.1:${port}`;
let database: TestDatabase;
let house: House;
let cluster: ChildProcess;
let proxy: Front | undefined;
const tabs: Tab[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await migrateJobs(database.pool);
  house = createHouse({ connection: database, settings: readSettings({}), log: pino({ level: 'silent' }) });
  cluster = spawn(process.execPath, ['server/cluster/start-cluster.ts'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...{
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DATABASE_URL: database.url,
        ALLOW_UNSAFE_DB: 'yes',
      },
      ...{ ORIGIN: origin, PORT: `${first}`, PROCESSES: '3', TRUSTED_PROXIES: '127.0.0.1' },
      ...{ LOG_LEVEL: 'error', DATABASE_POOL_SIZE: '4' },
    },
  });
  let open = 0;
  if (!cluster.stdout) throw new Error('no output');
  for await (const line of createInterface(cluster.stdout)) {
    if (line.startsWith('Rondo is open')) open += 1;
    if (open === processes.length) break;
  }
  cluster.stdout.resume();
});
afterAll(async () => {
  const gone = once(cluster, 'exit');
  cluster.kill('SIGTERM');
  expect((await gone)[0]).toBe(0);
  await house.rooms.close();
  await database.drop();
});

afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  await proxy?.stop();
  proxy = undefined;
});

async function signIn(person: string) {
  const token = house.newToken();
  const { sessionId: session } = await house.sessions.start(person, token);
  return { cookie: `${cookieName(origin)}=${token}`, session };
}

/** The process ids of the program, by port. */
function programs(): Map<number, number> {
  const mine = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === cluster.pid);
  return new Map(mine.map((pid) => [portOf(pid), Number(pid)]));
}
const parentOf = (pid: string) => Number(/^PPid:\s*(\d+)$/m.exec(read(pid, 'status'))?.[1]);
const portOf = (pid: string) => Number(/(?:^|\0)PORT=(\d+)/.exec(read(pid, 'environ'))?.[1]);
function read(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

/** A meeting that starts now, in its rows as well: processes look them over when they start. */
async function aMeetingNow(): Promise<MeetingRoom> {
  const minute = 60_000;
  const room = await aMeetingRoom(house, 4, Math.floor(Date.now() / minute) * minute);
  const [date = '', time = ''] = new Date(room.startsAt).toISOString().split('T');
  await house.db
    .updateTable('meeting')
    .set({ local_date: date, local_time: time.slice(0, 5) })
    .where('id', '=', room.meeting)
    .execute();
  return room;
}

async function everybodySays(text: string): Promise<void> {
  for (const [index, { store }] of tabs.entries())
    await store.send({ kind: 'message.post', message: crypto.randomUUID(), text: `${text} ${index}` });
}

test.each([
  ['nginx', startNginx],
  ['HAProxy', startHaproxy],
])(
  'P15 behind %s kill -9 of any process loses nothing, and its members go on within 5 s',
  async (_, start) => {
    proxy = await start({ port, processes });
    const room = await aMeetingNow();
    const server = { house: () => house, origin, signIn };
    for (const person of room.members) tabs.push(await openTab(server, person, room.meeting));
    await until(() => expect(tabs.map(({ store }) => store.get().connection)).toEqual(Array(4).fill('live')));

    for (const dying of processes) {
      for (const one of processes)
        await until(async () => expect((await fetch(`http://127.0.0.1:${one}/healthz`)).status).toBe(200));
      await everybodySays(`before ${dying}`);
      process.kill(programs().get(dying) ?? 0, 'SIGKILL');
      const killed = performance.now();
      await everybodySays(`after ${dying}`);
      await until(() => {
        for (const tab of tabs) expect(tab.store.get().pending).toEqual([]);
        for (const tab of tabs)
          expect(tab.said().filter((text) => text?.startsWith(`after ${dying}`))).toHaveLength(4);
      });
      expect(performance.now() - killed).toBeLessThan(5_000);
    }

    const log = await readEvents(house.db, room.meeting, 0, 10_000);
    expect(log.map(({ version }) => version)).toEqual(log.map((_event, index) => index + 1));
    const said = log.flatMap((event) => (event.kind === 'message.posted' ? [event.text] : []));
    expect(new Set(said).size).toBe(24);
    expect(said).toHaveLength(24);
    for (const tab of tabs) expect(tab.said()).toEqual(said);
  },
);
