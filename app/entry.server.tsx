import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { AnswerContext } from './answer.ts';
import { unfoldPieces } from './ui/kept-pieces.ts';

/** How long what a loader promises for later may take, in ms. Nothing leaves before it is there. */
export const streamTimeout = 6_000;

/** Where the scripts go that carry the page's data: behind everything else. */
const end = '</body></html>';

/**
 * Renders a page, for people and for machines alike. The whole page is made before its first byte leaves: then the status
 * is always true. It is made in one go, which costs less than in pieces, so no component may wait for anything; the data for
 * the browser is what the framework would stream behind the page, in the form in which it would.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...remixContext }: EntryContext,
  { nonce, shape, keepPage }: AppLoadContext,
): Promise<Response> {
  const rendered = renderToString(
    <AnswerContext.Provider value={{ nonce, shape: shape && `${shape} ${routesOf(remixContext)}` }}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </AnswerContext.Provider>,
  );
  const html = unfoldPieces(rendered, nonce);
  const data = serverHandoffStream ? await textOf(serverHandoffStream) : '';
  headers.set('Content-Type', 'text/html; charset=utf-8');
  keepPage(`<!DOCTYPE html>${withData(html, data, nonce)}`);
  return new Response(null, { headers, status });
}

/** The routes of the page itself, out of all that its shape can lead to. */
function routesOf({ staticHandlerContext }: Pick<EntryContext, 'staticHandlerContext'>): string {
  return staticHandlerContext.matches.map(({ route }) => route.id).join();
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

function withData(html: string, data: string, nonce: string): string {
  const stream = 'window.__remixContext.streamController';
  const script = `<script nonce="${nonce}">${stream}.enqueue(${inScript(data)});${stream}.close();</script>`;
  return html.endsWith(end) ? html.slice(0, -end.length) + script + end : html;
}

const meaning: Record<string, string> = { '&': '\\u0026', '>': '\\u003e', '<': '\\u003c' };

/** A text as a script may hold it: nothing in it ends the script or begins markup. */
function inScript(data: string): string {
  return JSON.stringify(data).replace(/[&><]/g, (sign) => meaning[sign] ?? '');
}

/** Notes what broke in a loader or action. What was refused is no fault, and the request's own line tells of it. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (isRouteErrorResponse(error) || request.signal.aborted) return;
  context.house.log.error({ requestId: context.requestId, err: error }, 'a request broke');
}
