import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

const lines: Record<string, unknown>[] = [];
let rondo: TestServer;

beforeAll(async () => {
  rondo = await startTestServer({ log: { write: (line) => void lines.push(JSON.parse(line)) } });
  // The landing page asks whether the house is set up; without its table that is a fault of ours.
  await sql`drop table installation`.execute(rondo.house.db);
});
afterAll(() => rondo.close());

const traces = /relation|installation|postgres|kysely|node_modules|\.ts:|\.js:\d/;

test('a fault of ours is a kind page with the request’s id, and tells nothing of the fault', async () => {
  const answer = await rondo.visitor().get('/');
  const requestId = answer.headers.get('x-request-id') ?? '';
  const seen = answer.body.replace(/<script[\s\S]*?<\/script>/g, '');
  expect(answer.status).toBe(500);
  expect(seen).toContain('That did not work');
  expect(seen).toContain(requestId);
  expect(seen).toContain('Try again');
  expect(seen).not.toMatch(traces);
});

test('nor does what goes along for the browser', async () => {
  for (const path of ['/', '/_root.data']) {
    const { status, body } = await rondo.visitor().get(path);
    expect(status).toBe(500);
    expect(body).toContain('Unexpected Server Error');
    expect(body.replace(/\/assets\/[\w./-]+/g, '')).not.toMatch(/relation |42P01|node_modules|at \w+ \(/);
  }
});

test('the log has the fault under the same id, once', async () => {
  const requestId = (await rondo.visitor().get('/')).headers.get('x-request-id');
  const mine = lines.filter((line) => line.requestId === requestId && 'err' in line);
  expect(mine).toHaveLength(1);
  expect(mine[0]).toMatchObject({ level: 50, msg: 'a request broke', err: { code: '42P01' } });
});

test('what a stranger may not see and what does not exist look the same', async () => {
  const circle = '00000000-0000-4000-8000-000000000000';
  const visitor = rondo.visitor();
  const [hidden, missing] = [await visitor.get(`/circles/${circle}`), await visitor.get('/no/such/page')];
  expect([hidden.status, missing.status]).toEqual([404, 404]);
  for (const { body } of [hidden, missing]) {
    expect(body).toContain('We found nothing here');
    expect(body).toContain('href="/sign-in?back=');
    expect(body).toContain('<title>Rondo</title>');
  }
});
