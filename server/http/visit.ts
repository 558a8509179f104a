import type { Response } from 'express';

/** What the edge knows of a request before anybody has looked at who is asking. */
export type Visit = { requestId: string; nonce: string; address: string };

/** The visit that an answer belongs to. */
export function visitOf(response: Response): Visit {
  return response.locals.visit as Visit;
}
