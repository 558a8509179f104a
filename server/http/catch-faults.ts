import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { turnAway } from './turn-away.ts';
import { visitOf } from './visit.ts';

/** How PostgreSQL and the way to it say that there is nobody there at the moment. */
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '53300']);
const awayMessages = /^(timeout exceeded when trying to connect|Connection terminated)/;

/** The last stop of what nobody caught: the log gets the fault, the visitor gets the request's id. */
export function catchFaults(log: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const away = isAway(error);
    const { requestId } = visitOf(response);
    log.error({ requestId, err: error }, away ? 'the database is away' : 'a request broke at the edge');
    if (away) {
      if (!response.headersSent) response.setHeader('Retry-After', '5');
      turnAway(
        response,
        503,
        'Rondo cannot reach its database. What was saved is safe; try again in a moment.',
      );
    } else {
      turnAway(response, 500, 'Something went wrong on our side. Nothing was changed; please try again.');
    }
  };
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // The database's own socket is a file as well; another file that is missing says nothing of it.
  if (code === 'ENOENT') return syscall === 'connect';
  return awayCodes.has(String(code)) || awayMessages.test(error.message);
}
