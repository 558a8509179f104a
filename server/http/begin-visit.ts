import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { readForwarding } from './forwarding.ts';
import type { Visit } from './visit.ts';

/**
 * Gives the request its id and its nonce and works out where it comes from. What a proxy added is believed only when
 * the proxy is ours, and nobody behind this ever sees those headers.
 */
export function beginVisit(trustedProxies: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const peer = request.socket.remoteAddress ?? '';
    const { address, host } = readForwarding(peer, request.headers, trustedProxies);
    for (const name of Object.keys(request.headers)) {
      if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name];
    }
    if (host !== undefined) request.headers.host = host;

    const visit: Visit = { requestId: newRequestId(), nonce: randomBytes(16).toString('base64'), address };
    response.locals.visit = visit;
    response.setHeader('X-Request-Id', visit.requestId);
    next();
  };
}

/** Short enough to be read out on the phone, long enough to be the only one of its week. */
function newRequestId(): string {
  return randomBytes(9).toString('base64url');
}
