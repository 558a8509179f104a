// What browsers get of files that were there when the server began, and are not any more, or cannot be read.
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginVisit } from '#server/http/begin-visit.ts';
import { catchFaults } from '#server/http/catch-faults.ts';
import { closeServer, listen, openServer } from '#server/http/open-server.ts';
import { keepNothing } from '#server/http/secure-headers.ts';
import { staticFiles } from '#server/http/static-files.ts';
import { type RawAnswer, rawRequest } from '../../harness/raw-request.ts';

let directory: string;
let server: Server;
let logged: string[];
beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'rondo-files-'));
  mkdirSync(path.join(directory, 'assets'));
  for (const name of ['assets/room.js', 'robots.txt']) writeFileSync(at(name), 'words');
  writeFileSync(at('assets/room.js.br'), 'small');
  logged = [];
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  const edge = express().use(beginVisit([]), keepNothing, staticFiles(directory), catchFaults(log));
  server = openServer().on('request', edge);
  await listen(server, '127.0.0.1', 0);
});
afterEach(async () => {
  await closeServer(server, 1_000);
  rmSync(directory, { recursive: true });
});

const at = (name: string) => path.join(directory, name);

function ask(name: string, encoding = 'br'): Promise<RawAnswer> {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return rawRequest(base, { path: `/${name}`, headers: { 'accept-encoding': encoding } });
}

test('a small copy that has vanished costs nothing but its size', async () => {
  expect(await ask('assets/room.js')).toMatchObject({ body: 'small', headers: { 'content-encoding': 'br' } });
  rmSync(at('assets/room.js.br'));
  const { status, headers, body } = await ask('assets/room.js');
  expect([status, body, headers['content-encoding']]).toEqual([200, 'words', undefined]);
});

test('a file that has vanished is a page that is not there, and nobody keeps it', async () => {
  for (const name of ['assets/room.js', 'assets/room.js.br', 'robots.txt']) rmSync(at(name));
  for (const name of ['assets/room.js', 'robots.txt']) {
    const { status, headers } = await ask(name);
    expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([
      404,
      undefined,
      'no-store',
    ]);
  }
  expect(logged).toEqual([]);
});

test('a file that cannot be read is a fault of ours, and none of the database', async () => {
  for (const [name, encoding] of [
    ['assets/room.js.br', 'br'],
    ['assets/room.js', 'identity'],
  ] as const) {
    rmSync(at(name));
    // Leads nowhere but to itself.
    symlinkSync(at(name), at(name));
    const { status, headers, body } = await ask('assets/room.js', encoding);
    expect(status).toBe(500);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('Something went wrong on our side.');
  }
  expect(logged.join()).not.toContain('database');
});

test('whoever hangs up in the middle of a file leaves nothing open', async () => {
  // More than the lines between here and there hold.
  writeFileSync(at('assets/room.js.br'), Buffer.alloc(16_000_000));
  const { port } = server.address() as AddressInfo;
  const before = openDescriptors();
  for (let times = 0; times < 20; times += 1) {
    const line = connect(port, '127.0.0.1');
    line.write('GET /assets/room.js HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n');
    await once(line, 'data');
    line.destroy();
  }
  await expect.poll(openDescriptors).toBeLessThan(before + 10);
});

/** How high the system counts when fifty more are opened: it gives the lowest that are free. */
function openDescriptors(): number {
  const more = Array.from({ length: 50 }, () => openSync(import.meta.filename, 'r'));
  for (const descriptor of more) closeSync(descriptor);
  return Math.max(...more);
}
