import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { listCirclesWithUnread } from '#db/read-mark.ts';
import { type Answer, AnswerContext } from './answer.ts';
import { useFreshPageFocus } from './screens/frame/fresh-page-focus.ts';
import { GuestFrame } from './screens/frame/guest-frame.tsx';
import { WentWrong } from './screens/frame/went-wrong.tsx';
import { kept } from './ui/kept.tsx';
import stylesheet from './ui/style.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** A page's title is seen over a shoulder and kept in histories: nothing private goes in, ever. */
export const meta: MetaFunction = () => [{ title: 'Rondo' }];

/** What every page knows. It asks for nothing that the visitor may not see anyway, so it is no door of its own. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { house, asker, requestId } = context;
  const circles = context.circles ?? (asker ? await listCirclesWithUnread(house.db, asker.id) : []);
  const known = asker && { id: asker.id, name: asker.name, isOrganizer: asker.isOrganizer };
  return { asker: known, circles, timeZone: asker?.time_zone ?? 'UTC', now: house.now(), requestId };
}

/** The document, the same for a page and for what takes its place when it could not be shown. */
export function Layout({ children }: { children: ReactNode }) {
  const { nonce, shape } = useContext(AnswerContext);

  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="theme-color" content="#f9f4ec" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1c1612" media="(prefers-color-scheme: dark)" />
        <Meta />
        <PageLinks shape={shape} />
      </head>
      <body>
        {children}
        <PageScripts nonce={nonce} shape={shape} />
      </body>
    </html>
  );
}

/** All pages of one shape load the same styles and scripts. */
const PageLinks = import.meta.env.SSR ? kept('links', DrawnLinks, ({ shape }) => shape) : DrawnLinks;

const PageScripts = import.meta.env.SSR ? kept('scripts', DrawnScripts, ({ shape }) => shape) : DrawnScripts;

function DrawnLinks(_: Pick<Answer, 'shape'>) {
  return <Links />;
}

function DrawnScripts({ nonce }: Answer) {
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}

export default function App() {
  useFreshPageFocus();
  return <Outlet />;
}

/** What is left when even the frame of a page could not be shown. */
export function ErrorBoundary() {
  return (
    <GuestFrame>
      <WentWrong />
    </GuestFrame>
  );
}
