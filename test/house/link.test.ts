// Our links while the server renders, held against those of the framework on the same page.
import { createRequestHandler, type EntryContext, type ServerBuild } from '@remix-run/node';
import * as framework from '@remix-run/react';
import fc from 'fast-check';
import { type ComponentType, createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Link, NavLink } from '#app/ui/link.tsx';

type AnyLink = ComponentType<Record<string, unknown>>;

/** Draws the same link in both ways on a page at `path`. */
async function both(path: string, [ours, theirs]: readonly [unknown, unknown], props: object) {
  const page = (Of: unknown) => () => createElement(Of as AnyLink, { ...props }, 'Go ', 'there');
  return [await render(path, page(ours)), await render(path, page(theirs))] as const;
}

async function render(path: string, Page: ComponentType): Promise<string> {
  const route = { id: 'root', path: '*', module: { default: Page } };
  const asset = { id: 'root', path: '*', module: '', hasErrorBoundary: false, hasLoader: false };
  const build = {
    entry: { module: { default: answer } },
    routes: { root: route },
    assets: { entry: { imports: [], module: '' }, routes: { root: asset }, url: '', version: '' },
    future: { v3_singleFetch: true },
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
  } as unknown as ServerBuild;
  const response = await createRequestHandler(build)(new Request(`http://rondo.example${path}`));
  return response.text();
}

function answer(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const { serverHandoffStream: _, ...rest } = context;
  const page = createElement(framework.RemixServer, { context: rest, url: request.url });
  return new Response(renderToString(page), { status, headers });
}

const segment = fc.oneof(
  fc.constantFrom('today', 'me', 'Circles', 'a-b_c', '..', '.', '', 'ä', 'a b', '%41', 'x.md'),
  fc.uuid(),
);
const where = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
const rest = fc.constantFrom('', '?', '#', '?a=1', '?a=b&c=d#e', '#line-3', '?#x', '?a?b', '#a?b');
const address = fc.tuple(where, rest).map((parts) => parts.join(''));
const other = fc.constantFrom(
  'room',
  '..',
  '?page=2',
  '#top',
  '',
  'https://elsewhere.example/x',
  '//elsewhere.example',
);
const options = fc.record(
  {
    className: fc.constantFrom('a b', ''),
    reloadDocument: fc.boolean(),
    preventScrollReset: fc.boolean(),
    replace: fc.boolean(),
    'aria-label': fc.constant('There & back'),
    target: fc.constant('_blank'),
  },
  { requiredKeys: [] },
);
const paths = fc.constantFrom('/today', '/me', '/me/account', '/TODAY', '/circles/a-b_c/room');

/** The same attributes and the same words, in whichever order. */
function facts(html: string): string[] {
  return [...(html.match(/<a([^>]*)>/)?.[1]?.matchAll(/[\w-]+="[^"]*"/g) ?? [])]
    .map(String)
    .sort()
    .concat(html.replace(/<a[^>]*>/, ''));
}

for (const [name, pair] of Object.entries({
  'a link': [Link, framework.Link],
  'a link that knows where one is': [NavLink, framework.NavLink],
} as const)) {
  test(`${name} is drawn as the framework would draw it`, async () => {
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.oneof(address, other),
        options,
        fc.boolean(),
        async (path, to, given, end) => {
          const props = pair[1] === framework.NavLink ? { to, end, ...given } : { to, ...given };
          const [ours, theirs] = await both(path, pair, props);
          expect(ours).toContain('<a ');
          expect(facts(ours)).toEqual(facts(theirs));
        },
      ),
      { numRuns: 300 },
    );
  });
}
