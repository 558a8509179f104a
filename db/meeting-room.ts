// Everything of the rows that the first view of a meeting's room shows, in one statement: each costs the process as much as
// what is in it.
import { type Kysely, sql } from 'kysely';
import type { ReadMark } from '#app/domain/talk/read-mark.ts';
import { inMs, list } from './json-rows.ts';
import { preparedQuery } from './prepared.ts';
import type { DB } from './schema.ts';

/** `version`: where the room's log stands. `openActions`: what the circle's other meetings left to do; `due` is YYYY-MM-DD. */
export type MeetingRoomRows = {
  version: number;
  mark: ReadMark;
  people: { id: string; name: string }[];
  openActions: { id: string; text: string; due: string | null; owner: string; meetingId: string }[];
  hasNotes: boolean;
  /** Whether the circle has a planned meeting after this one. */
  hasNext: boolean;
};

type Asked = { person: string; meeting: string };

const meetingRoom = preparedQuery(
  'meeting-room',
  (_db, { person, meeting }: Asked) => sql<MeetingRoomRows>`
    select r.version,
      json_build_object('version', coalesce(k.version, 0), 'at', ${inMs('k.at')}, 'joinedAt', ${inMs('m.joined_at')}) as mark,
      ${list(sql`
        select p.id, p.name from membership o join person p on p.id = o.person_id
        where o.circle_id = r.circle_id and o.left_at is null order by o.seat`)} as people,
      ${list(sql`
        select a.id, a.text, a.due_on as due, a.owner_id as owner, a.meeting_id as "meetingId" from action_item a
        where a.circle_id = r.circle_id and a.meeting_id <> r.id and a.done_at is null
        order by a.due_on nulls last, a.added_at, a.id`)} as "openActions",
      exists (select from note_document d where d.meeting_id = r.id) as "hasNotes",
      exists (
        select from meeting this join meeting next on next.circle_id = this.circle_id
        where this.id = r.id and next.status = 'planned' and next.starts_at > this.starts_at
      ) as "hasNext"
    from room r
    join membership m on m.circle_id = r.circle_id and m.person_id = ${person} and m.left_at is null
    left join read_mark k on k.room_id = r.id and k.person_id = m.person_id
    where r.id = ${meeting}`,
);

/** Reads it for a current member of the circle; null for everybody else. */
export async function readMeetingRoom(db: Kysely<DB>, asked: Asked): Promise<MeetingRoomRows | null> {
  const [rows] = await meetingRoom(db, asked);
  return rows ?? null;
}
