import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawRequest } from '#test/harness/raw-request.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

const lines: Record<string, unknown>[] = [];
let rondo: TestServer;

beforeAll(async () => {
  rondo = await startTestServer({ log: { write: (line) => void lines.push(JSON.parse(line)) } });
});
afterAll(() => rondo.close());

const token = `${'c4nary'.repeat(7)}x`;

/** Sends something and answers what the log says of it. */
async function logged(ask: () => Promise<{ headers: Headers }>): Promise<Record<string, unknown>[]> {
  const requestId = (await ask()).headers.get('x-request-id');
  const mine = () => lines.filter((line) => line.requestId === requestId);
  await expect.poll(() => mine().some((line) => 'status' in line)).toBe(true);
  return mine();
}

test('a request is one line: its id, what was asked, how it ended, how long it took', async () => {
  const [line, ...more] = await logged(() => rondo.visitor().get('/no/such/page?wish=more'));
  expect(more).toEqual([]);
  expect(Object.keys(line ?? {}).sort()).toEqual(
    ['level', 'method', 'ms', 'msg', 'path', 'requestId', 'status', 'time'].sort(),
  );
  expect(line).toMatchObject({ method: 'GET', path: '/no/such/page', status: 404 });
});

test.for([
  ['a one-time link', `/recover/${token}`],
  ['an invitation', `/invitation/${token}`],
  ['an invitation in other letters', `/Invitation/${token}/`],
  ['an invitation as data', `/invitation/${token}.data`],
  ['a query', `/?token=${token}&password=${token}`],
  ['a query of data', `/_root.data?token=${token}`],
] as const)('of %s, the token is not in the log', async ([, path]) => {
  await logged(() => rondo.visitor().get(path));
  expect(JSON.stringify(lines)).not.toContain('c4nary');
});

test.for([
  ['in other signs', `/%72ecover/${token}`],
  [
    'with an encoded token',
    `/%72ecover/${[...token].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('')}`,
  ],
  ['by a way about', `/x/../recover/${token}`],
  ['by an encoded way about', `/x/%2e%2e/invitation/${token}`],
  ['with a slash the wrong way', `/recover\\${token}`],
  ['as a whole address', `${'http://127.0.0.1'}/recover/${token}`],
  ['mistyped', `/recover%2F${token}`],
  ['mistyped far behind', `/${'x/'.repeat(120)}${token}`],
] as const)('a link that was written %s leaves its token out of the log as well', async ([, path]) => {
  const { length } = lines;
  const { headers } = await rawRequest(rondo.origin, { path, headers: { host: new URL(rondo.origin).host } });
  await logged(async () => ({ headers: new Headers({ 'x-request-id': `${headers['x-request-id']}` }) }));
  expect(decodeURIComponent(JSON.stringify(lines.slice(length)))).not.toContain('c4nary');
});

test('neither are cookies, forms, referrers and browsers', async () => {
  const secret = { cookie: `__Host-sid=${token}`, referer: `${rondo.origin}/${token}`, 'user-agent': token };
  await logged(() => rondo.visitor().get('/', secret));
  await logged(() => rondo.visitor().post('/', { password: token, email: `${token}@example.org` }, secret));
  await logged(() => rondo.visitor().post('/', { password: token }, { ...secret, origin: token }));
  expect(JSON.stringify(lines)).not.toContain('c4nary');
});
