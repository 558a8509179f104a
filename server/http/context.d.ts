import '@remix-run/server-runtime';
import type { CircleWithUnread } from '#db/read-mark.ts';
import type { Asker } from '../auth/recognise.ts';
import type { House } from '../house.ts';

declare module '@remix-run/server-runtime' {
  /** What the edge hands to every loader, every action and the renderer. */
  interface AppLoadContext {
    house: House;
    asker: Asker | null;
    /** The asker's circles, read with their sign-in; null when they may have changed since. */
    circles: CircleWithUnread[] | null;
    /** The visitor's network address. */
    address: string;
    /** Lets this answer's own scripts run. */
    nonce: string;
    /** Names the routes that a page of this address can be made of; null where any can. */
    shape: string | null;
    /** Names this request in the log and on an error page. */
    requestId: string;
    /** Takes a page that was rendered as a whole; the answer then has no body of its own. */
    keepPage: (html: string) => void;
  }
}
