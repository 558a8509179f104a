import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let rondo: TestServer;
afterEach(() => rondo.close());

const status = async (path: string) => (await rondo.visitor().get(path)).status;

test('alive and ready while all is well', async () => {
  rondo = await startTestServer();
  expect(await status('/healthz')).toBe(200);
  expect(await status('/readyz')).toBe(200);
});

test('not ready while a step of the database is missing', async () => {
  rondo = await startTestServer();
  await sql`delete from kysely_migration where name = '0001-people'`.execute(rondo.house.db);
  expect(await status('/readyz')).toBe(503);
  expect(await status('/healthz')).toBe(200);
});

test('without its database it is alive, not ready, and says so kindly on every page', async () => {
  rondo = await startTestServer();
  await rondo.database.drop();
  expect(await status('/healthz')).toBe(200);
  expect(await status('/readyz')).toBe(503);

  const visitor = rondo.visitor();
  const cookie = { cookie: `__Host-sid=${'a'.repeat(43)}` };
  const page = await visitor.get('/', { ...cookie, accept: 'text/html' });
  expect(page.status).toBeGreaterThanOrEqual(500);
  expect(page.body).toContain('try again');
  expect(page.body).toContain(page.headers.get('x-request-id'));
  expect(page.body).not.toMatch(/pool|postgres|Error|node_modules/);
});
