import type { Response } from 'express';
import { visitOf } from './visit.ts';

/** Answers for the edge itself: one plain sentence and the request's id, never a word of what was sent. */
export function turnAway(response: Response, status: number, sentence: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .status(status)
    .type('text/plain')
    .send(`${sentence}\n\n${visitOf(response).requestId}\n`);
}
