import { type Kysely, type Selectable, sql } from 'kysely';
import type { DB, Meeting } from './schema.ts';

/** A circle's next meeting and who facilitates it; null for nobody known, or nobody who is still a member. */
export type NextMeeting = Pick<
  Selectable<Meeting>,
  'id' | 'starts_at' | 'length_minutes' | 'time_zone' | 'status'
> & { facilitator_id: string | null; facilitator_name: string | null };

/** The meeting that is on now, or else the next one planned; null when there is none. */
export async function findNextMeeting(
  db: Kysely<DB>,
  circleId: string,
  at: Date,
): Promise<NextMeeting | null> {
  const [next] = await listNextMeetings(db, circleId, at, 1);
  return next ?? null;
}

/**
 * The meetings ahead, the soonest first, at most `limit`. A planned meeting whose time has passed is not waited for.
 */
export async function listNextMeetings(
  db: Kysely<DB>,
  circleId: string,
  at: Date,
  limit: number,
): Promise<NextMeeting[]> {
  return meetingsAhead(db, at).where('meeting.circle_id', '=', circleId).limit(limit).execute();
}

/** The soonest meeting ahead of those that start after this one; null when there is none. */
export async function findNextMeetingAfter(
  db: Kysely<DB>,
  { circle_id, starts_at }: Pick<Selectable<Meeting>, 'circle_id' | 'starts_at'>,
  at: Date,
): Promise<NextMeeting | null> {
  const row = await meetingsAhead(db, at)
    .where('meeting.circle_id', '=', circle_id)
    .where('meeting.starts_at', '>', starts_at)
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The meetings ahead of all circles, the soonest first, as a part of other queries. */
export function meetingsAhead(db: Kysely<DB>, at: Date) {
  return db
    .selectFrom('meeting')
    .leftJoin('rota_announcement as told', (join) =>
      join.onRef('told.meeting_id', '=', 'meeting.id').on('told.role', '=', 'facilitator'),
    )
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.circle_id', '=', 'meeting.circle_id')
        .on((on) => on('membership.person_id', '=', on.fn.coalesce('meeting.led_by', 'told.person_id')))
        .on('membership.left_at', 'is', null),
    )
    .leftJoin('person', 'person.id', 'membership.person_id')
    .select(['meeting.id', 'meeting.starts_at', 'meeting.length_minutes', 'meeting.time_zone'])
    .select(['meeting.status', 'person.id as facilitator_id', 'person.name as facilitator_name'])
    .where(isAhead(at))
    .orderBy('meeting.starts_at')
    .orderBy('meeting.id');
}

/** Live, or planned and not yet over. */
export function isAhead(at: Date) {
  return sql<boolean>`(meeting.status = 'live' or (meeting.status = 'planned'
    and meeting.starts_at + meeting.length_minutes * interval '1 minute' > ${at}))`;
}
