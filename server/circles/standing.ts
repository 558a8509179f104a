import type { Kysely } from 'kysely';
import type { Standing } from '#app/domain/circle/rules.ts';
import { findNextMeeting } from '#db/meetings-ahead.ts';
import { listMemberIds } from '#db/membership.ts';
import type { DB } from '#db/schema.ts';

/** How a person stands in a circle at this moment: what the circle's rules are asked with. */
export async function standingIn(
  db: Kysely<DB>,
  circleId: string,
  actorId: string,
  at: Date,
): Promise<Standing> {
  const memberIds = await listMemberIds(db, circleId);
  const next = await findNextMeeting(db, circleId, at);
  return { actorId, memberIds, nextFacilitatorId: next?.facilitator_id ?? null };
}
