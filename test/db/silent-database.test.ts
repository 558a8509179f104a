// A database that is gone without a word, as when its machine has lost power or a firewall has forgotten the connection.
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { askStraight } from '#db/straight.ts';
import { type TestDatabase, testDatabase } from '#test/harness/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A way to the database. After `hush` the lines there are stay open and carry nothing more; new ones are as good as ever. */
async function openWay(options: Parameters<typeof connect>[1]) {
  const socketFile = `${new URL(database.url).searchParams.get('host')}/.s.PGSQL.5432`;
  const lines: [Socket, Socket][] = [];
  const server = createServer((near) => {
    const far = dial(socketFile);
    lines.push([near, far]);
    near.pipe(far);
    far.pipe(near);
    for (const end of [near, far]) end.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(database.url);
  url.search = '';
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connection: Connection = connect(url.href, options);
  onTestFinished(async () => {
    await connection.close();
    for (const end of lines.flat()) end.destroy();
    server.close();
  });
  return {
    ...connection,
    hush(): void {
      for (const [near, far] of lines) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
      }
    },
  };
}

/** The log has connections of its own, which are not the general pool's. */
const append = (db: Connection['db']) => askStraight(db, { name: 'one', text: 'select 1' }, []);
const question = sql<{ one: number }>`select 1 as one`;

test('a question that is never answered is given up, and the next one goes another way', async () => {
  const { db, hush } = await openWay({ poolSize: 1, answerWithin: 300 });
  await question.execute(db);
  hush();
  await expect(question.execute(db)).rejects.toThrow();
  expect((await question.execute(db)).rows).toEqual([{ one: 1 }]);
});

test('so is a line for the log, on every connection there is for it', async () => {
  const { db, hush } = await openWay({ answerWithin: 300 });
  await Promise.all([append(db), append(db)]);
  hush();
  const given = await Promise.allSettled([append(db), append(db)]);
  expect(given.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await append(db)).toEqual(['1']);
});

test('a connection that nobody asks anything may be silent', async () => {
  const { db, pool } = await openWay({ poolSize: 1, answerWithin: 20 });
  const before = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows;
  // Another connection takes that long, and longer.
  await database.pool.query('select pg_sleep(0.2)');
  expect(pool.totalCount).toBe(1);
  expect((await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows).toEqual(before);
});

test('nor does it answer for that later: a question on it that is never answered is given up, too', async () => {
  const { db, hush } = await openWay({ poolSize: 1, answerWithin: 50 });
  await question.execute(db);
  await database.pool.query('select pg_sleep(0.2)');
  hush();
  await expect(question.execute(db)).rejects.toThrow();
  expect((await question.execute(db)).rows).toEqual([{ one: 1 }]);
});
