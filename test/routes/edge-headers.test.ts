import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSetUp } from '#db/installation.ts';
import { rawBytes, rawRequest } from '#test/harness/raw-request.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';
import type { Answer } from '#test/harness/visitor.ts';

let rondo: TestServer;
let secure: TestServer;
let asset: string;

beforeAll(async () => {
  rondo = await startTestServer();
  secure = await startTestServer({ settings: { origin: 'https://rondo.example' } });
  await rondo.house.db.insertInto('installation').defaultValues().execute();
  const { body } = await rondo.visitor().get('/');
  asset = /\/assets\/basics-[^"]+\.js/.exec(body)?.[0] ?? '';
});
afterAll(async () => {
  await rondo.close();
  await secure.close();
});

/** One of each kind of answer that this house can give, and its status. */
const kinds: Record<string, { status: number; ask: () => Promise<Answer> }> = {
  'a page': { status: 200, ask: () => rondo.visitor().get('/') },
  'a redirect': { status: 302, ask: () => secure.visitor().get('/', { host: 'rondo.example' }) },
  'a page that is not there': { status: 404, ask: () => rondo.visitor().get('/no/such/page') },
  'data of a page': { status: 200, ask: () => rondo.visitor().get('/_root.data') },
  'data of a page that is not there': { status: 404, ask: () => rondo.visitor().get('/no/such/page.data') },
  'the list of routes': { status: 204, ask: () => rondo.visitor().get('/__manifest?version=old') },
  'a form that nobody takes': { status: 405, ask: () => rondo.visitor().post('/', { a: 'b' }) },
  'a script': { status: 200, ask: () => rondo.visitor().get(asset) },
  'a script that is not there': { status: 404, ask: () => rondo.visitor().get('/assets/gone.js') },
  'a drawing': { status: 200, ask: () => rondo.visitor().get('/favicon.svg') },
  'a word about health': { status: 200, ask: () => rondo.visitor().get('/healthz') },
  'a word about readiness': { status: 200, ask: () => rondo.visitor().get('/readyz') },
  'a refused method': { status: 405, ask: () => raw({ method: 'DELETE' }) },
  'a refused address': { status: 414, ask: () => rondo.visitor().get(`/${'a'.repeat(5_000)}`) },
  'a refused host': { status: 421, ask: () => raw({ headers: { host: 'evil.example' } }) },
  'a refused form': { status: 403, ask: () => rondo.visitor().post('/', {}, { origin: 'null' }) },
  'the address of the sockets': {
    status: 404,
    ask: () => rondo.visitor().get('/socket.io/?transport=polling'),
  },
};

async function raw(sent: Parameters<typeof rawRequest>[1]): Promise<Answer> {
  const { status, headers, body } = await rawRequest(rondo.origin, sent);
  const flat = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { status, headers: new Headers(flat), body, location: null };
}

describe('every answer', () => {
  test.for(Object.keys(kinds))('%s carries the headers that protect', async (kind) => {
    const { status, ask } = kinds[kind]!;
    const answer = await ask();
    const header = (name: string) => answer.headers.get(name);

    expect(answer.status).toBe(status);
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('x-frame-options')).toBe('DENY');
    expect(header('referrer-policy')).toBe('same-origin');
    expect(header('cross-origin-opener-policy')).toBe('same-origin');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
    expect(header('permissions-policy')).toContain('camera=()');
    expect(header('x-request-id')).toMatch(/^[\w-]{12}$/);
    expect(header('x-powered-by')).toBeNull();
    expect(header('server')).toBeNull();
    const policy = header('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
  });

  test.for(Object.keys(kinds))('%s is kept only when it is nobody’s', async (kind) => {
    const shared = /^a (script|drawing)$/.test(kind);
    const answer = await kinds[kind]!.ask();
    const kept = answer.headers.get('cache-control') ?? '';
    if (shared) expect(kept).toMatch(/^public, max-age=\d+/);
    else expect(kept).toBe('no-store');
  });

  test('what is no HTTP at all is answered just as closed', async () => {
    const answer = await rawBytes(rondo.origin, 'GARBAGE\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
    expect(answer).toContain('Cache-Control: no-store');
  });

  test('a header too long for anybody is answered with 431', async () => {
    const answer = await rawBytes(
      rondo.origin,
      `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('scripts', () => {
  const nonceOf = (answer: Answer) =>
    /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];

  test('run by a nonce that is new for each answer', async () => {
    const visitor = rondo.visitor();
    const [first, second] = [await visitor.get('/'), await visitor.get('/')];
    expect(nonceOf(first)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
  });

  test.for(['/', '/no/such/page'])('of %s all carry it, and nothing else stands inline', async (path) => {
    const answer = await rondo.visitor().get(path);
    const nonce = nonceOf(answer);
    const inline = answer.body.match(/<script(?![^>]*\bsrc=)[^>]*>/g) ?? [];
    expect(inline.length).toBeGreaterThan(1);
    for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`);
    expect(answer.body).not.toMatch(/\sstyle="/);
    expect(answer.body).not.toMatch(/<style/);
    expect(answer.body).not.toMatch(/\son\w+="/);
  });

  test('come compressed to who takes it, and whole to who does not', async () => {
    const sizes = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (encoding) => {
        const answer = await raw({
          path: asset,
          headers: { host: new URL(rondo.origin).host, 'accept-encoding': encoding },
        });
        const named = answer.headers.get('content-encoding') ?? 'identity';
        expect(named).toBe(encoding);
        expect(answer.headers.get('content-type')).toMatch(/javascript/);
        return answer.body.length;
      }),
    );
    expect(sizes[0]).toBeLessThan(sizes[2]! / 2);
    expect(sizes[1]).toBeLessThan(sizes[2]! / 2);
  });
});

describe('https', () => {
  test('is asked for where the installation has it, and only there', async () => {
    const open = await rondo.visitor().get('/');
    const closed = await rawRequest(secureBase(), { headers: { host: 'rondo.example' } });
    expect(open.headers.get('strict-transport-security')).toBeNull();
    expect(closed.headers['strict-transport-security']).toMatch(/max-age=31536000/);
    expect(closed.headers['content-security-policy']).toContain('wss://rondo.example');
  });
});

test('a house without its first account leads to where it is made', async () => {
  expect(await isSetUp(secure.house.db)).toBe(false);
  const answer = await rawRequest(secureBase(), { headers: { host: 'rondo.example' } });
  expect(answer.headers.location).toBe('/welcome');
});

function secureBase(): string {
  return `http://127.0.0.1:${secure.house.settings.port}`;
}
