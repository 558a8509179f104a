import { deviceOf } from '#app/domain/people/device.ts';
import { holdPassword } from '#db/person.ts';
import { describeSession } from '#db/session.ts';
import type { House } from '../house.ts';
import { writeCookie } from './cookie.ts';

const day = 86_400_000;

/** Where a sign-in comes from; `device` is what the browser calls itself (User-Agent). */
export type From = { device: string | null; address: string };

/**
 * Starts a sign-in with a new token, which only the caller ever sees. Answers null when the password that was just
 * proved (`passwordHash`) is no longer the stored one: whoever changed it in this moment ended all
 * sign-ins, and this one must not slip past.
 */
export async function startSession(
  house: House,
  person: { id: string; passwordHash: string },
  from: From,
): Promise<string | null> {
  const token = house.newToken();
  const { sessionId } = await house.sessions.start(person.id, token);

  const isStill = await house.db.transaction().execute(async (tx) => {
    // The person first and then the session, in the order in which a change of password takes them.
    if (!(await holdPassword(tx, person.id, person.passwordHash))) return false;
    const now = house.now();
    await describeSession(tx, sessionId, {
      created_at: new Date(now),
      ends_at: new Date(now + house.settings.sessionAbsoluteDays * day),
      device: deviceOf(from.device),
      address: from.address,
    });
    return true;
  });
  if (isStill) return token;
  await house.sessions.end(sessionId);
  return null;
}

/** The `Set-Cookie` line for a token; it lasts as long as the sign-in can at most. */
export function sessionCookie(house: House, token: string): string {
  return writeCookie(house.settings.origin, token, (house.settings.sessionAbsoluteDays * day) / 1000);
}
