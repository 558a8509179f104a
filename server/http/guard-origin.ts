import type { RequestHandler } from 'express';
import { turnAway } from './turn-away.ts';

/**
 * Lets nothing change on another site's word. Browsers say where a request comes from: `Sec-Fetch-Site`, or at least
 * `Origin`. Whatever is there must be ours, and something must be there.
 */
export function guardOrigin(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const { origin, host, 'sec-fetch-site': site } = request.headers;
    const ours = origins.find((one) => new URL(one).host === host);

    const originIsOurs = origin === undefined ? site !== undefined : origin === ours;
    const siteIsOurs = site === undefined || site === 'same-origin';
    if (originIsOurs && siteIsOurs) return next();
    turnAway(
      response,
      403,
      'This came from another site, so we did nothing. Please open the page here and try again.',
    );
  };
}
