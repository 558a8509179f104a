import express, { type Express, type RequestHandler } from 'express';
import type { House } from '../house.ts';
import { beginVisit } from './begin-visit.ts';
import { catchFaults } from './catch-faults.ts';
import { guardHost } from './guard-host.ts';
import { guardOrigin } from './guard-origin.ts';
import { guardShape } from './guard-shape.ts';
import { health } from './health.ts';
import { logRequests } from './log-requests.ts';
import { ownOrigins } from './own-origins.ts';
import { type Pages, pages } from './pages.ts';
import { keepNothing, secureHeaders } from './secure-headers.ts';

/** What is served: the pages, and the scripts, styles and other files for browsers. */
export type Front = { pages: Pages; files: RequestHandler };

/** The way in for every request, in this order: what it is, whether it may pass, what it asks for. */
export function openEdge(house: House, front: Front): Express {
  const { settings, log } = house;
  const origins = ownOrigins(settings);
  const edge = express();
  edge.disable('x-powered-by');
  edge.disable('etag');
  edge.set('query parser', false);

  edge.use(beginVisit(settings.trustedProxies));
  edge.use(logRequests(log));
  edge.use(secureHeaders(settings.origin), keepNothing);
  edge.use(guardShape);
  edge.use(guardHost(origins));
  edge.use(guardOrigin(origins));
  edge.use(health(house));
  edge.use(front.files);
  edge.use(pages(house, front.pages));
  edge.use(catchFaults(log));
  return edge;
}
