import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPlace } from '#server/embedded-postgres/place.ts';
import { rawRequest } from '#test/harness/raw-request.ts';
import { type Ground, openGround } from '#test/harness/running-program.ts';

const patience = { timeout: 120_000 };
let ground: Ground;
beforeEach(async () => {
  ground = await openGround();
});
afterEach(() => ground.remove());

const ready = async () =>
  (await rawRequest(`http://127.0.0.1:${ground.port}`, { path: '/readyz' })).status === 200;

/** Nothing of the program may be left on the machine: no process, no socket directory. */
function expectNothingLeft(): void {
  expect(ground.processes()).toEqual([]);
  expect(existsSync(openPlace(`${ground.directory}/postgres`).socketDirectory)).toBe(false);
}

test('it opens, says so in one line, and SIGTERM leaves nothing behind', patience, async () => {
  const program = ground.start();
  await program.opened;
  expect(await ready()).toBe(true);
  expect(ground.processes()).not.toEqual([]);

  const asked = performance.now();
  program.process.kill('SIGTERM');
  const { code, out, err } = await program.ended;
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect({ code, out, err }).toEqual({
    code: 0,
    out: `Rondo is open at http://localhost:${ground.port}\n`,
    err: '',
  });
  expectNothingLeft();
});

test('who is connected live is told goodbye, and holds nothing up', patience, async () => {
  const program = ground.start();
  await program.opened;
  const line = connect(ground.port, '127.0.0.1');
  const [heard, first] = [buffer(line), once(line, 'data')];
  line.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: localhost:${ground.port}`,
      `Origin: http://localhost:${ground.port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    ].join('\r\n'),
  );
  expect(String((await first)[0])).toMatch(/^HTTP\/1\.1 101 /);

  const asked = performance.now();
  program.process.kill('SIGTERM');
  const { code, err } = await program.ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(performance.now() - asked).toBeLessThan(3_500);
  // 0x88 is the frame by which a WebSocket says that it closes.
  expect([...(await heard)].slice(-8)).toContain(0x88);
  expectNothingLeft();
});

test('Ctrl-C that arrives twice, as npm passes it on, is one Ctrl-C', patience, async () => {
  const program = ground.start();
  await program.opened;
  program.process.kill('SIGINT');
  await pause(50);
  program.process.kill('SIGINT');
  expect((await program.ended).code).toBe(0);
  expectNothingLeft();
});

test('a signal while it opens leaves nothing behind either', patience, async () => {
  const program = ground.start();
  await expect.poll(() => ground.processes().length, { timeout: 20_000 }).toBeGreaterThan(0);
  program.process.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
  expectNothingLeft();
});

test('who asks a second time does not wait; the next start finds everything in order', patience, async () => {
  const program = ground.start();
  await program.opened;
  // Somebody who began to send a form and does not come to an end holds up the closing.
  const slow = connect(ground.port, '127.0.0.1');
  slow.on('error', () => {});
  const head = `POST / HTTP/1.1\r\nHost: localhost:${ground.port}\r\nOrigin: http://localhost:${ground.port}`;
  slow.write(`${head}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\na`);
  await once(slow, 'connect');
  await ready();

  program.process.kill('SIGTERM');
  await pause(700);
  const asked = performance.now();
  program.process.kill('SIGTERM');
  expect((await program.ended).code).toBe(1);
  // By itself it would give the slow one 1.3 s yet.
  expect(performance.now() - asked).toBeLessThan(1_200);
  slow.destroy();

  const next = ground.start();
  await next.opened;
  expect(await ready()).toBe(true);
  next.process.kill('SIGTERM');
  expect((await next.ended).code).toBe(0);
  expectNothingLeft();
});

test('all faults of the settings are told at once, and nothing is started', patience, async () => {
  const { code, out, err } = await ground.start({ PORT: 'many', ORIGIN: 'rondo', LOG_LEVEL: 'loud' }).ended;
  expect(code).toBe(1);
  expect(out).toBe('');
  for (const name of ['PORT', 'ORIGIN', 'LOG_LEVEL']) expect(err).toContain(name);
  expect(err).not.toContain(' at ');
  expectNothingLeft();
});

test('a port that is taken is told in words, and what was started is closed again', patience, async () => {
  const other = createServer().listen(ground.port, '127.0.0.1');
  await once(other, 'listening');
  const { code, err } = await ground.start().ended;
  other.close();
  expect(code).toBe(1);
  expect(err).toBe(
    `Port ${ground.port} is taken. Stop the program that uses it, or set PORT to another number.\n`,
  );
  expectNothingLeft();
});

test('an address that protects nothing on the way is told at the start', patience, async () => {
  const open = { LOG_LEVEL: 'warn', ORIGIN: `http://rondo.example:${ground.port}` };
  const program = ground.start(open);
  await program.opened;
  program.process.kill('SIGTERM');
  const { code, err } = await program.ended;
  expect(code).toBe(0);
  expect(err.match(/ORIGIN is a plain http address/g)).toHaveLength(1);
});
