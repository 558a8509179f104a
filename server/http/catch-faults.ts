import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { turnAway } from './turn-away.ts';
import { visitOf } from './visit.ts';

/** The last stop of what nobody caught: the log gets the fault, the visitor gets the request's id. */
export function catchFaults(log: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    log.error({ requestId: visitOf(response)?.requestId, err: error }, 'a request broke at the edge');
    turnAway(response, 500, 'Something went wrong on our side. Nothing was changed; please try again.');
  };
}
