import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawBytes, rawRequest } from '#test/harness/raw-request.ts';
import { startTestServer, type TestServer } from '#test/harness/running-house.ts';

const lines: Record<string, unknown>[] = [];
let rondo: TestServer;
beforeAll(async () => {
  rondo = await startTestServer({ log: { write: (line) => void lines.push(JSON.parse(line)) } });
  await rondo.house.db.insertInto('installation').defaultValues().execute();
});
afterAll(() => rondo.close());

/** Addresses that begin like ours and go on with anything. */
const path = fc
  .tuple(
    fc.constantFrom(
      '/',
      '/circles/',
      '/meetings/',
      '/invitation/',
      '/recover/',
      '/sign-in',
      '/me',
      '/__manifest',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }).map(encodeSome),
    fc.constantFrom(
      '',
      '.data',
      '?index',
      '?_routes=root',
      '/agenda',
      '/minutes.md',
      '?back=//evil',
      '?_data=root',
    ),
  )
  .map((parts) => parts.join(''));

/** Leaves about half of the odd letters as percent signs and bytes, and drops what no header line can hold. */
function encodeSome(text: string): string {
  return [...text].map((letter) => (/[\w%./;=&-]/.test(letter) ? letter : encodeAny(letter))).join('');
}

function encodeAny(letter: string): string {
  return [...Buffer.from(letter)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

const value = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
const headers = fc.record(
  {
    cookie: fc.oneof(value, fc.constant(`__Host-sid=${'x'.repeat(43)}`), fc.constant('__Host-sid=')),
    'sec-fetch-site': fc.oneof(value, fc.constantFrom('same-origin', 'cross-site')),
    'content-type': fc.constantFrom(
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'multipart/form-data; boundary=',
      'application/x-www-form-urlencoded; charset=nonsense',
    ),
    accept: value,
    'accept-encoding': value,
    'x-forwarded-for': value,
    'x-forwarded-host': value,
    range: value,
    'if-none-match': value,
    'if-modified-since': value,
  },
  { requiredKeys: [] },
);

test('whatever is asked, the answer is one of ours, whole, and no fault', { timeout: 60_000 }, async () => {
  const host = new URL(rondo.origin).host;
  const method = fc.constantFrom('GET', 'POST', 'HEAD');
  const body = fc.string({ unit: 'binary', maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(method, path, headers, body, async (how, where, sent, said) => {
      const own = { host, origin: rondo.origin, ...sent };
      const content = how === 'POST' ? { body: Buffer.from(said) } : {};
      const answer = await rawRequest(rondo.origin, { method: how, path: where, headers: own, ...content });
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers['x-request-id']).toBeTruthy();
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    }),
    { numRuns: 400 },
  );
  expect(lines.filter((line) => 'err' in line)).toEqual([]);
});

test('whatever bytes arrive, the next visitor is answered', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (bytes) => {
      const answer = await rawBytes(rondo.origin, `${bytes}\r\n\r\n`);
      expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    }),
    { numRuns: 100 },
  );
  expect((await rondo.visitor().get('/')).status).toBe(200);
});
