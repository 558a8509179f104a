import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { isRefusal } from '#app/domain/refusal.ts';
import { listCirclesOf } from '#db/membership.ts';
import { NonceContext } from './nonce.ts';
import { Frame, type FrameHandle } from './screens/frame/frame.tsx';
import { useFreshPageFocus } from './screens/frame/fresh-page-focus.ts';
import { Wrong } from './screens/frame/wrong.tsx';
import stylesheet from './ui/style.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** A page's title is seen over a shoulder and kept in histories: nothing private goes in, ever. */
export const meta: MetaFunction = () => [{ title: 'Rondo' }];

/** What every page knows. It asks for nothing that the visitor may not see anyway, so it is no door of its own. */
export async function loader({ context: { house, asker, requestId } }: LoaderFunctionArgs) {
  const circles = asker ? await listCirclesOf(house.db, asker.id) : [];
  const known = asker && { id: asker.id, name: asker.name, isOrganizer: asker.isOrganizer };
  return { asker: known, circles, timeZone: asker?.time_zone ?? 'UTC', now: house.now(), requestId };
}

/** The document, the same for a page and for what takes its place when it could not be shown. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);

  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#f9f4ec" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1c1612" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <Framed>
      <Outlet />
    </Framed>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const known = useRouteLoaderData<typeof loader>('root');
  const location = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refusal = isRouteErrorResponse(error) && isRefusal(error.data) ? error.data : null;

  return (
    <Framed>
      <Wrong
        status={status}
        sentence={refusal?.message}
        signedIn={Boolean(known?.asker)}
        here={location.pathname + location.search}
        requestId={status >= 500 ? known?.requestId : undefined}
      />
    </Framed>
  );
}

function Framed({ children }: { children: ReactNode }) {
  const known = useRouteLoaderData<typeof loader>('root');
  const handle = useMatches().at(-1)?.handle as FrameHandle | undefined;
  useFreshPageFocus();

  return (
    <Frame reader={known ?? { asker: null, circles: [] }} handle={handle ?? {}}>
      {children}
    </Frame>
  );
}
