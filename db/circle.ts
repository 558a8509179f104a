import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import { preparedQuery } from './prepared.ts';
import type { Circle, DB, Meeting, Membership } from './schema.ts';
import { everyColumn, rowOf, wholeRows } from './whole-rows.ts';

type Inside = { circle: Selectable<Circle>; membership: Selectable<Membership> };

const columns = {
  circle: everyColumn<Circle>({
    ...{ id: true, name: true, purpose: true, group_id: true, size_limit: true, time_zone: true },
    ...{ invite_rule: true, plan_rule: true, remove_rule: true, rota_seed: true, created_at: true },
  }),
  membership: everyColumn<Membership>({
    ...{ id: true, circle_id: true, person_id: true, seat: true },
    ...{ joined_at: true, left_at: true, left_how: true },
  }),
  meeting: everyColumn<Meeting>({
    ...{ id: true, circle_id: true, season_id: true, status: true, led_by: true, length_minutes: true },
    ...{ local_date: true, local_time: true, time_zone: true },
    ...{ starts_at: true, started_at: true, closed_at: true },
  }),
};
const { meeting: _, ...insideColumns } = columns;

const circleFor = preparedQuery(
  'circle-for',
  (_db, { person, circle }: { person: string; circle: string }) => sql<Record<string, unknown>>`
    select ${wholeRows(insideColumns)}
    from membership join circle on circle.id = membership.circle_id
    where membership.circle_id = ${circle} and membership.person_id = ${person} and membership.left_at is null`,
);

const meetingFor = preparedQuery(
  'meeting-for',
  (_db, { person, meeting }: { person: string; meeting: string }) => sql<Record<string, unknown>>`
    select ${meetingColumns()} ${ofMember(person, meeting)}`,
);

/** What `meetingFrom` reads: columns for a statement that goes on with `ofMember`. */
export function meetingColumns() {
  return wholeRows(columns);
}

/** A meeting with its circle and a current member's place there, as the rest of a statement. */
export function ofMember(person: string, meeting: string) {
  return sql`
    from meeting
    join membership on membership.circle_id = meeting.circle_id
    join circle on circle.id = meeting.circle_id
    where meeting.id = ${meeting} and membership.person_id = ${person} and membership.left_at is null`;
}

/**
 * The circle and the person's place in it, for current members only; null for everyone else, so that a
 * stranger and a past member learn as much as about a circle that never was.
 */
export async function findCircleFor(
  db: Kysely<DB>,
  personId: string,
  circleId: string,
): Promise<Inside | null> {
  const [row] = await circleFor(db, { person: personId, circle: circleId });
  return row ? insideOf(row) : null;
}

/** The same for a meeting: the meeting, its circle and the person's place there; null when not a member. */
export async function findMeetingFor(
  db: Kysely<DB>,
  personId: string,
  meetingId: string,
): Promise<(Inside & { meeting: Selectable<Meeting> }) | null> {
  const [row] = await meetingFor(db, { person: personId, meeting: meetingId });
  return row ? meetingFrom(row) : null;
}

/** The meeting, its circle and the member's place there, out of a row with `meetingColumns`. */
export function meetingFrom(row: Record<string, unknown>): Inside & { meeting: Selectable<Meeting> } {
  return { ...insideOf(row), meeting: rowOf<Meeting>(row, 'meeting', columns.meeting) };
}

function insideOf(row: Record<string, unknown>): Inside {
  return {
    circle: rowOf<Circle>(row, 'circle', columns.circle),
    membership: rowOf<Membership>(row, 'membership', columns.membership),
  };
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
    .forNoKeyUpdate()
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

/** A circle whoever asks; for those whose right comes from elsewhere, such as an invitation. */
export async function findCircle(db: Kysely<DB>, circleId: string): Promise<Selectable<Circle> | null> {
  const row = await db.selectFrom('circle').selectAll().where('id', '=', circleId).executeTakeFirst();
  return row ?? null;
}

/** Changes a circle's row; what is not named stays. */
export async function updateCircle(
  db: Kysely<DB>,
  circleId: string,
  changes: Updateable<Pick<Circle, 'name' | 'purpose' | 'size_limit' | 'time_zone'> & RuleColumns>,
): Promise<void> {
  await db.updateTable('circle').set(changes).where('id', '=', circleId).execute();
}

type RuleColumns = Pick<Circle, 'invite_rule' | 'plan_rule' | 'remove_rule'>;

/** Opens the circle's room that is always open; it carries the circle's id. */
export async function insertCircleRoom(db: Kysely<DB>, circleId: string): Promise<void> {
  await db.insertInto('room').values({ id: circleId, circle_id: circleId, meeting_id: null }).execute();
}

/** The ids of every room a circle has: its own and its meetings'. */
export async function listRoomIds(db: Kysely<DB>, circleId: string): Promise<string[]> {
  const rows = await db.selectFrom('room').select('id').where('circle_id', '=', circleId).execute();
  return rows.map((row) => row.id);
}
