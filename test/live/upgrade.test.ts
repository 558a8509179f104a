// A socket is asked for at one address; any other upgrade is not left hanging.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../harness/running-house.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('an upgrade to an unknown address ends, with nothing said', async () => {
  const { hostname, port } = new URL(server.origin);
  const line = connect(Number(port), hostname);
  let heard = '';
  line.on('data', (chunk) => {
    heard += chunk;
  });
  const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  line.write(
    `GET /nowhere HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n\r\n`,
  );
  await once(line, 'close');
  expect(heard).toBe('');
});
