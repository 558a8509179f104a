import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { visitOf } from './visit.ts';

/** Writes one line for each answer: what was asked, how it ended, how long it took. Never what was in it. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const { method, originalUrl } = request;
    response.on('close', () => {
      const line = {
        requestId: visitOf(response).requestId,
        method,
        path: withoutSecrets(originalUrl),
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
      };
      if (!response.writableFinished) log.info(line, 'request broken off');
      else if (isRoutine(line.path)) log.debug(line, 'request');
      else log.info(line, 'request');
    });
    next();
  };
}

/** What is asked for many times a minute and tells nothing. */
function isRoutine(path: string): boolean {
  return path.startsWith('/assets/') || path === '/healthz' || path === '/readyz';
}

/** What a token looks like, wherever it stands. */
const tokens = /[\w-]{43,}/g;

/** The path without its query, and without the token that one-time links end in, however the address was written. */
function withoutSecrets(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const [, door] = /^\/+(recover|invitation)\/./i.exec(asItIsRead(path)) ?? [];
  return door ? `/${door.toLowerCase()}/…` : path.replace(tokens, '…').slice(0, 256);
}

/** `/x/../%72ecover/…` leads where `/recover/…` does. */
function asItIsRead(path: string): string {
  const read = URL.parse(path, 'http://here.invalid')?.pathname ?? path;
  try {
    return decodeURIComponent(read);
  } catch {
    return read;
  }
}
