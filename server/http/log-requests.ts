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

/** The path without its query, and without the token that one-time links end in. */
function withoutSecrets(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.slice(0, 256).replace(/^\/+(recover|invitation)\/.*$/i, '/$1/…');
}
