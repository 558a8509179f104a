import type { Selectable } from 'kysely';
import type { CircleWithUnread } from '#db/read-mark.ts';
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

type Recognised = {
  asker: Asker | null;
  setCookie: string | null;
  /** The asker's circles as they are now; null when they were not asked for. */
  circles: CircleWithUnread[] | null;
};

/**
 * Who a `Cookie` header belongs to: the one answer for pages and sockets. `setCookie` is a header line to send
 * back, or null. A token we do not know is left alone: taking it away could cross the answer of a sign-in
 * that is just arriving in the same browser.
 */
export async function recognise(
  house: House,
  cookieHeader: string | undefined,
  { withCircles = false } = {},
): Promise<Recognised> {
  const origin = house.settings.origin;
  const token = readCookie(origin, cookieHeader);
  const read = withCircles ? house.sessions.readWithCircles : house.sessions.read;
  const signIn = token ? await read(token) : null;
  if (!signIn) return { asker: null, setCookie: null, circles: null };

  const { sessionId, facts } = signIn;
  const now = house.now();
  if (facts.closed_at || facts.ends_at.getTime() <= now) {
    await house.sessions.end(sessionId);
    return { asker: null, setCookie: clearCookie(origin), circles: null };
  }

  const lastMinute = now - minute;
  if (facts.seen_at.getTime() < lastMinute) {
    const until = house.sessions.idleEnd();
    await touchSession(house.db, { sessionId, at: now, until, notSince: lastMinute });
  }
  const { id, name, email, time_zone, since, circles = null } = facts;
  const asker = { id, name, email, time_zone, sessionId, isOrganizer: since !== null };
  return { asker, setCookie: null, circles };
}
