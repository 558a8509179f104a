import { type Kysely, sql } from 'kysely';
import type { LineForm } from '#app/domain/meeting/phases.ts';
import type { Message } from '#app/domain/talk/talk.ts';
import type { DB } from './schema.ts';

/**
 * The lines of a room that were said before a version, the newest of them, oldest first; at most `limit`. What was edited
 * or taken back since is as it is now.
 */
export async function readOlderTalk(
  db: Kysely<DB>,
  room: string,
  before: number,
  limit: number,
): Promise<Message[]> {
  const { rows } = await sql<Row>`
    select posted.version, posted.actor_id, posted.at, posted.body, last.kind, last.body as last_body, last.at as last_at,
      shown.text as shown
    from room_event posted
    left join lateral (
      select later.kind, later.body, later.at from room_event later
      where later.room_id = posted.room_id and later.version > posted.version
        and later.kind in ('message.edited', 'message.retracted')
        and later.body ->> 'message' = posted.body ->> 'message'
      order by later.version desc limit 1
    ) last on true
    left join lateral (
      select reveal.body -> 'lines' ->> (posted.body ->> 'message') as text from room_event reveal
      where posted.body ? 'hidden' and reveal.room_id = posted.room_id and reveal.version > posted.version
        and reveal.kind = 'message.revealed' and reveal.body -> 'lines' ? (posted.body ->> 'message')
      limit 1
    ) shown on true
    where posted.room_id = ${room} and posted.version < ${before} and posted.kind = 'message.posted'
    order by posted.version desc limit ${limit}`.execute(db);
  return rows.map(toMessage).reverse();
}

type Words = { message: string; text: string | null; thread?: string; form?: LineForm; hidden?: true };
type Row = {
  version: number;
  actor_id: string | null;
  at: Date;
  body: Words;
  kind: 'message.edited' | 'message.retracted' | null;
  last_body: Words | null;
  last_at: Date | null;
  /** What was written in silence, once it was revealed. */
  shown: string | null;
};

function toMessage({ version, actor_id, at, body, kind, last_body, last_at, shown }: Row): Message {
  const isRetracted = kind === 'message.retracted';
  const text = isRetracted ? null : (last_body?.text ?? shown ?? body.text);
  return {
    id: body.message,
    version,
    author: actor_id ?? '',
    at: at.getTime(),
    thread: body.thread ?? null,
    text,
    editedAt: last_at?.getTime() ?? null,
    ...(body.form && { form: body.form }),
    // Its words stay where they are until the reveal, for the author too: older lines are nobody's own copy.
    ...(body.hidden && !isRetracted && text === null && { hidden: true as const }),
  };
}
