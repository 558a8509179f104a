// The baseline: a stock Remix page on a stock Express server, without a session and without data.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import express from 'express';
import { answerAsks, usage } from '../answer-asks.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const build = await import(path.join(root, '.cache', 'stock', 'server', 'index.js'));
const program = express();
program.disable('x-powered-by');
program.all('*', createRequestHandler({ build, mode: 'production' }));
const server = createServer(program).listen(0, '127.0.0.1');

answerAsks(
  {
    origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    usage: () => usage(),
  },
  async () => server.close(),
);
