import type { Selectable } from 'kysely';
import type { Person } from '#db/schema.ts';
import { touchSessions } from '#db/session.ts';
import { gathering } from '../gathering.ts';
import type { House } from '../house.ts';
import { clearCookie, readCookie } from './cookie.ts';

/** The person who is asking, as far as every page needs them. */
export type Asker = Pick<Selectable<Person>, 'id' | 'name' | 'email' | 'time_zone'> & {
  sessionId: string;
  isOrganizer: boolean;
};

const minute = 60_000;

const touchSession = gathering(touchSessions);

/**
 * Who a `Cookie` header belongs to: the one answer for pages and sockets. `setCookie` is a header line to send
 * back, or null. A token we do not know is left alone: taking it away could cross the answer of a sign-in
 * that is just arriving in the same browser.
 */
export async function recognise(
  house: House,
  cookieHeader: string | undefined,
): Promise<{ asker: Asker | null; setCookie: string | null }> {
  const origin = house.settings.origin;
  const token = readCookie(origin, cookieHeader);
  const signIn = token ? await house.sessions.read(token) : null;
  if (!signIn) return { asker: null, setCookie: null };

  const { sessionId, facts } = signIn;
  const now = house.now();
  if (facts.closed_at || facts.ends_at.getTime() <= now) {
    await house.sessions.end(sessionId);
    return { asker: null, setCookie: clearCookie(origin) };
  }

  const lastMinute = now - minute;
  if (facts.seen_at.getTime() < lastMinute)
    await touchSession(house.db, { sessionId, at: now, notSince: lastMinute });
  const { id, name, email, time_zone, since } = facts;
  const asker = { id, name, email, time_zone, sessionId, isOrganizer: since !== null };
  return { asker, setCookie: null };
}
