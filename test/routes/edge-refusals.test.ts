import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawBytes, rawRequest } from '#test/harness/raw-request.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

let rondo: TestServer;
let behindProxy: TestServer;
let ours: string;

beforeAll(async () => {
  rondo = await startTestServer();
  behindProxy = await startTestServer({
    settings: { origin: 'https://rondo.example', trustedProxies: ['127.0.0.1'] },
  });
  ours = new URL(rondo.origin).host;
});
afterAll(async () => {
  await rondo.close();
  await behindProxy.close();
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a form from elsewhere changes nothing', () => {
  // `POST /` has no action: 405 says that the edge let the form through, 403 that it did not.
  const table: [string, Record<string, string>, number][] = [
    ['our page in a browser of today', { origin: 'OURS', 'sec-fetch-site': 'same-origin' }, 405],
    ['our page in an older browser', { origin: 'OURS' }, 405],
    ['our page, where only the site is told', { 'sec-fetch-site': 'same-origin' }, 405],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['another site in an older browser', { origin: 'https://evil.example' }, 403],
    [
      'another site that lies about its site',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      403,
    ],
    ['a neighbour', { origin: 'OURS', 'sec-fetch-site': 'same-site' }, 403],
    ['another site that lies about its origin', { origin: 'OURS', 'sec-fetch-site': 'cross-site' }, 403],
    ['a bookmark', { 'sec-fetch-site': 'none' }, 403],
    ['nobody knows where', {}, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    [
      'a page without an origin that claims our site',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      403,
    ],
    ['our host with another scheme', { origin: 'HTTPS' }, 403],
    ['our host with another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['another name of this machine', { origin: 'http://localhost:PORT' }, 403],
    ['a host that begins like ours', { origin: 'OURS.evil.example' }, 403],
    ['an origin with a path', { origin: 'OURS/' }, 403],
    ['something that is no origin', { origin: 'http://[' }, 403],
    ['an empty origin', { origin: '' }, 403],
    ['an unknown word for the site', { 'sec-fetch-site': 'SAME-ORIGIN' }, 403],
  ];

  test.for(table)('from %s', async ([, sent, status]) => {
    const headers: Record<string, string> = { host: ours, ...form };
    for (const [name, value] of Object.entries(sent))
      headers[name] = value
        .replace('OURS', rondo.origin)
        .replace('HTTPS', `https://${ours}`)
        .replace('PORT', ours.split(':')[1] ?? '');
    for (const path of ['/', '/_root.data', '/no/such/page']) {
      const answer = await rawRequest(rondo.origin, { method: 'POST', path, headers, body: 'a=b' });
      if (path === '/') expect(answer.status).toBe(status);
      if (status === 403) expect(answer.status).toBe(403);
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe('only addresses of ours are answered', () => {
  test.for([
    ['OURS', 404],
    ['localhost:PORT', 404],
    ['LOCALHOST:PORT', 404],
    ['[::1]:PORT', 404],
    ['evil.example', 421],
    ['127.0.0.1', 421],
    ['127.0.0.1:1', 421],
    ['OURS@evil.example', 421],
    ['OURS/path', 421],
    ['a b', 421],
    [']', 421],
  ] as const)('%s: %i', async ([name, status]) => {
    const host = name.replace('OURS', ours).replace('PORT', ours.split(':')[1] ?? '');
    const answer = await rawRequest(rondo.origin, { path: '/no/such/page', headers: { host } });
    expect(answer.status).toBe(status);
  });

  test.for(['GET / HTTP/1.0\r\n\r\n', 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'])(
    'nothing at all: 421',
    async (bytes) => {
      expect(await rawBytes(rondo.origin, bytes)).toMatch(/^HTTP\/1\.1 421 /);
    },
  );

  test('a stranger cannot choose the address by saying that he forwards', async () => {
    const headers = { host: ours, 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const answer = await rawRequest(rondo.origin, { path: '/no/such/page', headers });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('evil.example');
    const sent = { ...headers, ...form, origin: rondo.origin };
    expect((await rawRequest(rondo.origin, { method: 'POST', headers: sent, body: 'a=b' })).status).toBe(405);
  });

  test('a proxy of ours can', async () => {
    const base = `http://127.0.0.1:${behindProxy.house.settings.port}`;
    const path = '/no/such/page';
    const headers = {
      host: 'inside:3000',
      'x-forwarded-host': 'rondo.example',
      'x-forwarded-for': '203.0.113.9',
    };
    expect((await rawRequest(base, { path, headers })).status).toBe(404);
    const other = { ...headers, 'x-forwarded-host': 'evil.example' };
    expect((await rawRequest(base, { path, headers: other })).status).toBe(421);
  });
});

describe('only requests of our shape are answered', () => {
  const from = () => ({ host: ours, origin: rondo.origin, ...form });

  test('an address of 4 KiB at most', async () => {
    const path = `/?a=${'b'.repeat(4_096 - 4)}`;
    expect((await rawRequest(rondo.origin, { path, headers: { host: ours } })).status).toBeLessThan(400);
    expect((await rawRequest(rondo.origin, { path: `${path}b`, headers: { host: ours } })).status).toBe(414);
  });

  test('a form of 256 KiB at most', async () => {
    const body = `a=${'b'.repeat(256 * 1_024 - 2)}`;
    const most = await rawRequest(rondo.origin, { method: 'POST', headers: from(), body });
    expect(most.status).toBe(405);
    const headers = { ...from(), 'content-length': String(body.length + 1) };
    expect((await rawRequest(rondo.origin, { method: 'POST', headers, body: `${body}b` })).status).toBe(413);
  });

  test('a form whose size is known beforehand', async () => {
    const headers = { ...from(), 'transfer-encoding': 'chunked' };
    expect((await rawRequest(rondo.origin, { method: 'POST', headers, body: 'a=b' })).status).toBe(411);
  });

  test.for(['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'no body of type "%s"',
    async (type) => {
      const headers = { ...from(), 'content-type': type };
      expect((await rawRequest(rondo.origin, { method: 'POST', headers, body: '{}' })).status).toBe(415);
    },
  );

  test.for(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('not by %s', async (method) => {
    const answer = await rawRequest(rondo.origin, { method, headers: { host: ours, origin: rondo.origin } });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD, POST');
  });

  test.for([
    '/%ff',
    '/%',
    '//evil.example/',
    'http://evil.example/',
    '*',
    '/?_data=root',
    '/?a=?&_data=root',
    '/?a=?b=?&%5fdata=root',
  ])('not at %s', async (path) => {
    expect((await rawRequest(rondo.origin, { path, headers: { host: ours } })).status).toBe(400);
  });

  test.for([
    '/%00',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/../../package.json',
    '/.vite/manifest.json',
    '/%5c%5cevil',
  ])('nothing is found at %s', async (path) => {
    expect((await rawRequest(rondo.origin, { path, headers: { host: ours } })).status).toBe(404);
  });

  test('HEAD is answered like GET, without the page', async () => {
    const answer = await rawRequest(rondo.origin, {
      method: 'HEAD',
      path: '/favicon.svg',
      headers: { host: ours },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('');
  });
});
