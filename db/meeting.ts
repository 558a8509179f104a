import { type Kysely, type Selectable, sql } from 'kysely';
import type { DB, Meeting } from './schema.ts';

/** When a meeting takes place: what the clocks of its zone show, the instant that is, and for how many minutes. */
export type MeetingTime = {
  localDate: string;
  localTime: string;
  timeZone: string;
  startsAt: number;
  lengthMinutes: number;
};

export type NewMeeting = MeetingTime & { id: string; circleId: string; seasonId: string };

/**
 * Stores meetings together with the room of each, which carries the meeting's id. Answers how many were new: those whose id
 * is another meeting's, or a circle's, are not.
 */
export async function insertMeetings(db: Kysely<DB>, meetings: readonly NewMeeting[]): Promise<number> {
  const taken = await listRooms(
    db,
    meetings.map(({ id }) => id),
  );
  const free = meetings.filter(({ id }) => !taken.has(id));
  if (free.length === 0) return 0;
  const rows = free.map((one) => ({
    id: one.id,
    circle_id: one.circleId,
    season_id: one.seasonId,
    ...columnsOf(one),
  }));
  const stored = await db
    .insertInto('meeting')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['id', 'circle_id'])
    .execute();
  if (stored.length === 0) return 0;

  const rooms = stored.map((row) => ({ id: row.id, circle_id: row.circle_id, meeting_id: row.id }));
  await db.insertInto('room').values(rooms).execute();
  return stored.length;
}

/** Which of these ids are rooms. */
async function listRooms(db: Kysely<DB>, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('room').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** A meeting as members plan with it; its time of day as `18:00`. */
export type MeetingRow = Selectable<Meeting>;

/** All meetings of a circle, in the order of their dates. */
export async function listMeetings(db: Kysely<DB>, circleId: string): Promise<MeetingRow[]> {
  return meetingRows(db).where('circle_id', '=', circleId).orderBy('starts_at').orderBy('id').execute();
}

/** One meeting of a circle, or null. */
export async function findMeeting(
  db: Kysely<DB>,
  circleId: string,
  meetingId: string,
): Promise<MeetingRow | null> {
  const row = await meetingRows(db)
    .where('circle_id', '=', circleId)
    .where('id', '=', meetingId)
    .executeTakeFirst();
  return row ?? null;
}

/** The circle a meeting belongs to, or null. */
export async function findCircleOfMeeting(db: Kysely<DB>, meetingId: string): Promise<string | null> {
  const row = await db
    .selectFrom('meeting')
    .select('circle_id')
    .where('id', '=', meetingId)
    .executeTakeFirst();
  return row?.circle_id ?? null;
}

/** The circles that have a meeting ahead or on. */
export async function listCirclesWithMeetings(db: Kysely<DB>): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting')
    .select('circle_id')
    .distinct()
    .where('status', 'in', ['planned', 'live'])
    .execute();
  return rows.map((row) => row.circle_id);
}

/** Gives a meeting another time, if it still has the given status. Answers whether it did. */
export async function setMeetingTime(
  db: Kysely<DB>,
  meetingId: string,
  time: MeetingTime,
  status: 'planned' | 'live',
): Promise<boolean> {
  const result = await db
    .updateTable('meeting')
    .set(columnsOf(time))
    .where('id', '=', meetingId)
    .where('status', '=', status)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function columnsOf(time: MeetingTime) {
  return {
    local_date: time.localDate,
    local_time: time.localTime,
    time_zone: time.timeZone,
    starts_at: new Date(time.startsAt),
    length_minutes: time.lengthMinutes,
  };
}

function meetingRows(db: Kysely<DB>) {
  return db
    .selectFrom('meeting')
    .select(['id', 'circle_id', 'season_id', 'local_date', 'time_zone', 'starts_at', 'length_minutes'])
    .select(['status', 'led_by', 'started_at', 'closed_at'])
    .select(sql<string>`to_char(local_time, 'HH24:MI')`.as('local_time'));
}
