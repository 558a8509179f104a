// What the database holds of a run's room, read by the checker with queries of its own.
import pg from 'pg';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { readStoredNotes, type StoredNotes } from './stored-notes.ts';

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
    const notes = await readStoredNotes(rows);
    const log = events.map(({ body, ...rest }) => ({ ...body, ...rest }) as LoggedMeetingEvent);
    const kind = head?.meeting_id ? 'meeting' : 'circle';
    return {
      kind,
      version: head?.version ?? 0,
      log,
      meeting,
      actions,
      attendance,
      notes,
    };
  } finally {
    await client.end();
  }
}
