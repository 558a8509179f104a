import type { Kysely } from 'kysely';
import { revokeInvitationsBy } from '#db/invitation.ts';
import { endMembership, type LeftHow } from '#db/membership.ts';
import type { DB } from '#db/schema.ts';
import type { House } from '../house.ts';

/**
 * Ends one membership in the caller's transaction, which holds the circle's row: the seat is given up and the links
 * this person made are dead at once. Answers false when there was no current membership.
 */
export async function endOneMembership(
  house: House,
  tx: Kysely<DB>,
  circleId: string,
  personId: string,
  how: LeftHow,
): Promise<boolean> {
  const at = new Date(house.now());
  if (!(await endMembership(tx, { circleId, personId, how, at }))) return false;
  await revokeInvitationsBy(tx, circleId, personId, at);
  return true;
}
