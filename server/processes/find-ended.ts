import { type Belonging, listEndedMemberships, listEndedSessions } from '#db/ended-rights.ts';
import type { Cut, House } from '../house.ts';

/**
 * Which of these sign-ins and memberships have ended: for a process that was not told. Two statements, however many
 * there are.
 */
export async function findEnded(
  house: Pick<House, 'db' | 'now'>,
  sessions: readonly string[],
  belongings: readonly Belonging[],
): Promise<Cut[]> {
  const [signedOut, left] = await Promise.all([
    sessions.length > 0 ? listEndedSessions(house.db, sessions, new Date(house.now())) : [],
    belongings.length > 0 ? listEndedMemberships(house.db, belongings) : [],
  ]);
  return [...signedOut.map((session) => ({ session })), ...left];
}
