// What the database holds of a run's room, read by the checker with queries of its own.
import pg from 'pg';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';

export type StoredMeeting = {
  status: string;
  led_by: string | null;
  started_at: number | null;
  closed_at: number | null;
};
export type StoredAction = {
  id: string;
  text: string;
  owner: string;
  due: string | null;
  done: number | null;
};
export type StoredAttendance = { person: string; arrived: number; seconds: number };

/** The rows of the notes; `upto`: what the snapshot, the first piece, stands for. */
export type StoredNotes = {
  newest: number;
  upto: number;
  pieces: { seq: number; bytes: Uint8Array; author: string | null }[];
};

export type Stored = {
  /** Whose room it is. */
  kind: 'meeting' | 'circle';
  /** Where the room's own row says that its log stands. */
  version: number;
  log: LoggedMeetingEvent[];
  meeting: StoredMeeting;
  actions: StoredAction[];
  attendance: StoredAttendance[];
  notes: StoredNotes;
};

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** While nobody has opened them. */
const nothing = { newest: 0, upto: 0 };

/** Reads everything in one snapshot, so that what goes on meanwhile tears nothing apart. */
export async function readStored(url: string, room: string): Promise<Stored> {
  const client = new pg.Client(url);
  await client.connect();
  const rows = async (text: string) => (await client.query(text, [room])).rows;
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const [head] = await rows('select version::float8 as version, meeting_id from room where id = $1');
    const events = await rows(
      `select version::float8 as version, kind, actor_id as actor, ${ms('at')} as at, body, command_id as command
       from room_event where room_id = $1 order by version`,
    );
    const [meeting] = await rows(
      `select status, led_by, ${ms('started_at')} as started_at, ${ms('closed_at')} as closed_at
       from meeting where id = $1`,
    );
    const actions = await rows(
      `select id, text, owner_id as owner, due_on::text as due, ${ms('done_at')} as done
       from action_item where meeting_id = $1 order by id`,
    );
    const attendance = await rows(
      `select person_id as person, ${ms('arrived_at')} as arrived, present_seconds as seconds
       from attendance where meeting_id = $1 order by person_id`,
    );
    const [notes] = await rows(
      `select d.newest::float8 as newest, coalesce(s.upto, 0)::float8 as upto
       from note_document d left join note_snapshot s using (meeting_id) where d.meeting_id = $1`,
    );
    const pieces = await rows(
      `select upto::float8 as seq, state as bytes, null as author, 0 as part from note_snapshot where meeting_id = $1
       union all
       select seq::float8, update, author_id, 1 from note_update where meeting_id = $1 order by part, seq`,
    );
    const log = events.map(({ body, ...rest }) => ({ ...body, ...rest }) as LoggedMeetingEvent);
    const kind = head?.meeting_id ? 'meeting' : 'circle';
    return {
      kind,
      version: head?.version ?? 0,
      log,
      meeting,
      actions,
      attendance,
      notes: { ...(notes ?? nothing), pieces },
    };
  } finally {
    await client.end();
  }
}
