// Between Express and the framework, which speaks in `Request` and `Response`.
import { createReadableStreamFromReadable, writeReadableStreamToWritable } from '@remix-run/node';
import type { Response as Answered, Request as Asked } from 'express';

/**
 * What was asked, as the framework reads it. Its host is one of ours by now (`guard-host.ts`). Ends early when the visitor
 * goes away before the answer is written.
 */
export function webRequest(request: Asked, response: Answered): Request {
  const { method, headers, originalUrl } = request;
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const init: RequestInit = { method, headers: webHeaders(headers), signal: gone.signal };
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = createReadableStreamFromReadable(request);
    init.duplex = 'half';
  }
  return new Request(`${request.protocol}://${headers.host}${originalUrl}`, init);
}

/** Writes an answer of the framework; `page` is a page that was rendered as a whole and stands in for the body. */
export async function sendWebResponse(
  response: Answered,
  answer: Response,
  page: string | null,
): Promise<void> {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end(page ?? undefined);
}

function webHeaders(headers: Asked['headers']): Headers {
  const web = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (Array.isArray(value)) for (const one of value) web.append(name, one);
    else if (value) web.set(name, value);
  }
  return web;
}
