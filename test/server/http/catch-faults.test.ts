// Which faults are told as a database that is away, and which are not.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import { Client } from 'pg';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { beginVisit } from '#server/http/begin-visit.ts';
import { catchFaults } from '#server/http/catch-faults.ts';
import { closeServer, listen, openServer } from '#server/http/open-server.ts';
import { type RawAnswer, rawRequest } from '../../harness/raw-request.ts';

const nowhere = path.join(import.meta.dirname, 'nowhere');

/** What a visitor gets when this is done for them. */
async function answerOf(work: () => Promise<unknown>): Promise<RawAnswer> {
  const edge = express()
    .use(beginVisit([]), (_request, _response, next) => void work().catch(next))
    .use(catchFaults(pino({ level: 'silent' })));
  const server = openServer().on('request', edge);
  await listen(server, '127.0.0.1', 0);
  const answer = await rawRequest(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await closeServer(server, 1_000);
  return answer;
}

test('a database that nobody answers for is away, on a port as on a socket of its own', async () => {
  for (const place of [{ host: '127.0.0.1', port: 1 }, { host: nowhere }]) {
    const { status, headers, body } = await answerOf(() => new Client(place).connect());
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(body).toContain('cannot reach its database');
  }
});

test('a file that is missing says nothing of the database', async () => {
  const { status, headers, body } = await answerOf(() => readFile(nowhere));
  expect([status, headers['retry-after']]).toEqual([500, undefined]);
  expect(body).not.toContain('database');
});
