import { ownsSession } from '#db/session.ts';
import type { House } from '../house.ts';

/** Ends one sign-in of this person; another person's, or one that has ended, is left as it is. */
export async function signOut(house: House, actorId: string, sessionId: string): Promise<void> {
  if (!(await ownsSession(house.db, actorId, sessionId))) return;

  await house.sessions.end(sessionId);

  house.cut({ session: sessionId });
}
