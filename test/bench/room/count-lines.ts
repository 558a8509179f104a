import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/schema.ts';

/** What a room's log really holds: how many messages, the sum of their versions, and its newest version. */
export type LogCount = { room: string; messages: number; versions: number; newest: number };

export async function countLines(db: Kysely<DB>, rooms: string[]): Promise<LogCount[]> {
  const { rows } = await sql<LogCount>`
    select room_id as room, max(version) as newest,
      count(*) filter (where kind = 'message.posted') as messages,
      coalesce(sum(version) filter (where kind = 'message.posted'), 0)::bigint as versions
    from room_event where room_id = any(${rooms}::uuid[]) group by room_id`.execute(db);
  return rows;
}
