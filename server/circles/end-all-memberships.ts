import type { Kysely } from 'kysely';
import { lockCircle } from '#db/circle.ts';
import { holdPerson, type LeftHow, listCirclesOf } from '#db/membership.ts';
import type { DB } from '#db/schema.ts';
import { handOnGroups } from '../groups/hand-on-groups.ts';
import type { House } from '../house.ts';
import { endOneMembership } from './end-membership.ts';

/**
 * Takes a person out of every circle and every group they look after, in the caller's transaction. Holds the
 * person's row first, so that nobody joins with an account that is being closed.
 *
 * Answers the circles that lost a member: after the commit, call `afterDeparture` for each.
 */
export async function endAllMemberships(
  house: House,
  tx: Kysely<DB>,
  personId: string,
  how: LeftHow,
): Promise<{ circleIds: string[] }> {
  await holdPerson(tx, personId, 'closing');
  // Always in the same order, so that two accounts closing at once never wait for each other.
  const circleIds = (await listCirclesOf(tx, personId)).map((circle) => circle.id).sort();
  for (const circleId of circleIds) {
    await lockCircle(tx, circleId);
    await endOneMembership(house, tx, circleId, personId, how);
  }
  await handOnGroups(house, tx, personId);
  return { circleIds };
}
