import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** The rooms of meetings that are on, or were to start by `until` and are neither closed nor called off. */
export async function listOpenRooms(db: Kysely<DB>, until: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('room', 'room.meeting_id', 'meeting.id')
    .select('room.id')
    .where((where) =>
      where.or([
        where('meeting.status', '=', 'live'),
        where.and([where('meeting.status', '=', 'planned'), where('meeting.starts_at', '<=', until)]),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}
