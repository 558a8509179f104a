// Everything of the rows that the first view of a meeting's room shows, in one statement: each costs the process as much as
// what is in it.
import { type Kysely, sql } from 'kysely';
import type { ReadMark } from '#app/domain/talk/read-mark.ts';
import { meetingColumns, meetingFrom, ofMember } from './circle.ts';
import { inMs, list } from './json-rows.ts';
import { preparedQuery } from './prepared.ts';
import type { DB } from './schema.ts';

/** `version`: where the room's log stands. `openActions`: what the circle's other meetings left to do; `due` is YYYY-MM-DD. */
type MeetingRoomRows = {
  version: number;
  mark: Pick<ReadMark, 'version' | 'at'> | null;
  people: { id: string; name: string }[];
  openActions: { id: string; text: string; due: string | null; owner: string; meetingId: string }[];
  hasNotes: boolean;
  /** Whether the circle has a planned meeting after this one. */
  hasNext: boolean;
};

type Asked = { person: string; meeting: string };

const meetingRoom = preparedQuery(
  'meeting-room',
  (_db, { person, meeting }: Asked) => sql<Record<string, unknown> & MeetingRoomRows>`
    select ${meetingColumns()},
      (select r.version from room r where r.id = meeting.id) as version,
      (select json_build_object('version', k.version, 'at', ${inMs('k.at')}) from read_mark k
        where k.room_id = meeting.id and k.person_id = membership.person_id) as mark,
      ${list(sql`
        select p.id, p.name from membership o join person p on p.id = o.person_id
        where o.circle_id = meeting.circle_id and o.left_at is null order by o.seat`)} as people,
      ${list(sql`
        select a.id, a.text, a.due_on as due, a.owner_id as owner, a.meeting_id as "meetingId" from action_item a
        where a.circle_id = meeting.circle_id and a.meeting_id <> meeting.id and a.done_at is null
        order by a.due_on nulls last, a.added_at, a.id`)} as "openActions",
      exists (select from note_document d where d.meeting_id = meeting.id) as "hasNotes",
      exists (
        select from meeting next
        where next.circle_id = meeting.circle_id and next.status = 'planned' and next.starts_at > meeting.starts_at
      ) as "hasNext"
    ${ofMember(person, meeting)}`,
);

/** The meeting as `findMeetingFor` finds it, with all that its room shows; null when not a member. */
export async function findMeetingRoomFor(db: Kysely<DB>, person: string, meeting: string) {
  const [row] = await meetingRoom(db, { person, meeting });
  if (!row) return null;
  const found = meetingFrom(row);
  const { version, people, openActions, hasNotes, hasNext } = row;
  const mark: ReadMark = {
    version: 0,
    at: null,
    ...row.mark,
    joinedAt: found.membership.joined_at.getTime(),
  };
  return { ...found, room: { version, mark, people, openActions, hasNotes, hasNext } };
}
