import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceContext } from './nonce.ts';

/** Milliseconds a page may take to render before it is given up. */
const patience = 5_000;

/** How long what Remix itself streams may stay open: a little longer, so that our own end comes first. */
export const streamTimeout = patience + 1_000;

/**
 * Renders a page, for people and for machines alike. The whole page is made before its first byte leaves: then the
 * status is always true, and a page costs less than in pieces.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, house, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let broken = false;
    const page = (
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(timer);
        headers.set('Content-Type', 'text/html; charset=utf-8');
        buffer(pipe(new PassThrough())).then(
          (html) => resolve(new Response(html, { headers, status: broken ? 500 : status })),
          reject,
        );
      },
      onShellError: reject,
      onError(error) {
        broken = true;
        if (!request.signal.aborted) house.log.error({ requestId, err: error }, 'a page did not render');
      },
    });
    const timer = setTimeout(abort, patience);
  });
}

/** Notes what broke in a loader or action. What was refused is no fault, and the request's own line tells of it. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (isRouteErrorResponse(error) || request.signal.aborted) return;
  context.house.log.error({ requestId: context.requestId, err: error }, 'a request broke');
}
