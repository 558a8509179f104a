import { useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react';

/** What every page knows: who is reading, which circles are theirs. */
export type Reader = {
  asker: { id: string; name: string; isOrganizer: boolean } | null;
  /** By name, with how much is new to the reader in the circle's room. */
  circles: { id: string; name: string; unread: number }[];
  requestId?: string;
};

/** How a page wants to be framed; a route says so with `export const handle = {...} satisfies FrameHandle`. */
export type FrameHandle = {
  /** For people who are signed in: `fill` takes exactly the screen, `text` is one column. `page` unless told. */
  signedIn?: 'page' | 'text' | 'fill';
  /** For everyone else: `narrow` is one form in the middle, and what they get unless told. */
  signedOut?: 'narrow' | 'page';
};

/** The reader as the root found them; nobody, while even that could not be read. */
export function useReader(): Reader {
  return useRouteLoaderData<Reader>('root') ?? { asker: null, circles: [] };
}

/** How the page that is on wants to be framed; what went wrong in its place is a column of text. */
export function useFrameHandle(): FrameHandle {
  const hasFailed = (useRouteError() ?? null) !== null;
  const handle = useMatches().at(-1)?.handle as FrameHandle | undefined;
  return hasFailed ? { signedIn: 'text' } : (handle ?? {});
}
