import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Circle, DB, Meeting, Membership } from './schema.ts';

type Inside = { circle: Selectable<Circle>; membership: Selectable<Membership> };

/**
 * The circle and the person's place in it, for current members only; null for everyone else, so that a
 * stranger and a past member learn as much as about a circle that never was.
 */
export async function findCircleFor(
  db: Kysely<DB>,
  personId: string,
  circleId: string,
): Promise<Inside | null> {
  const membership = await db
    .selectFrom('membership')
    .selectAll()
    .where('circle_id', '=', circleId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (!membership) return null;
  const circle = await db.selectFrom('circle').selectAll().where('id', '=', circleId).executeTakeFirst();
  return circle ? { circle, membership } : null;
}

/** The same for a meeting: the meeting, its circle and the person's place there; null when not a member. */
export async function findMeetingFor(
  db: Kysely<DB>,
  personId: string,
  meetingId: string,
): Promise<(Inside & { meeting: Selectable<Meeting> }) | null> {
  const meeting = await db.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirst();
  const inside = meeting && (await findCircleFor(db, personId, meeting.circle_id));
  return inside ? { ...inside, meeting } : null;
}

/**
 * The circle's row, locked until the transaction ends: joining, leaving and changing the rules wait here for
 * one another, so that what was counted stays true.
 */
export async function lockCircle(db: Kysely<DB>, circleId: string): Promise<Selectable<Circle> | null> {
  const row = await db
    .selectFrom('circle')
    .selectAll()
    .where('id', '=', circleId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Stores a new circle. Answers false when a circle with this id stands already: the form was sent twice. */
export async function insertCircle(db: Kysely<DB>, circle: Insertable<Circle>): Promise<boolean> {
  const result = await db
    .insertInto('circle')
    .values(circle)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
