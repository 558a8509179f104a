import type { Response } from 'express';
import { visitOf } from './visit.ts';

/**
 * Answers for the edge itself: one sentence and the request's id, never a word of what was sent. A fault that is not the
 * visitor's comes with the way to try again.
 */
export function turnAway(response: Response, status: number, sentence: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(status);
  const { requestId } = visitOf(response);
  if (response.req.accepts(['text', 'html']) !== 'html') {
    response.type('text/plain').send(`${sentence}\n\n${requestId}\n`);
    return;
  }
  const again =
    status >= 500 ? '<p><a href="">Try again</a></p>' : '<p><a href="/">Go to the first page</a></p>';
  response.type('text/html').send(`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Rondo</title></head>
<body><main><h1>That did not work</h1><p>${sentence}</p>${again}<p><small>${requestId}</small></p></main></body>
</html>
`);
}
