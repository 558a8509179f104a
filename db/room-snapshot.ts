import { type Kysely, sql } from 'kysely';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { DB } from './schema.ts';

/** What is kept of a room: a state of it, if there is one that can be used, and how often its log was written over. */
export type KeptSnapshot = { state: MeetingState | null; erased: number };

/** The room's snapshot as far as this `fold` made it and the log reaches it; one that cannot be used is as good as none. */
export async function findSnapshot(
  db: Kysely<DB>,
  { room, version, fold }: { room: string; version: number; fold: string },
): Promise<KeptSnapshot> {
  const { rows } = await sql<KeptSnapshot>`
    select erased, case when fold = ${fold} and version <= ${version} then state end as state
    from room_snapshot where room_id = ${room}`.execute(db);
  return rows[0] ?? { state: null, erased: 0 };
}

/**
 * Keeps a state that was folded from the log. Answers false, and nothing is kept, when the log was written over since
 * `erased` was read, or when a newer state of the same fold is kept already.
 */
export async function keepSnapshot(
  db: Kysely<DB>,
  { room, state, fold, erased }: { room: string; state: MeetingState; fold: string; erased: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into room_snapshot as kept (room_id, version, fold, state, erased)
    values (${room}, ${state.version}, ${fold}, ${JSON.stringify(state)}, ${erased})
    on conflict (room_id) do update
      set version = excluded.version, fold = excluded.fold, state = excluded.state
      where kept.erased = excluded.erased and (kept.fold <> excluded.fold or kept.version < excluded.version)
    returning 1`.execute(db);
  return rows.length > 0;
}

/** Rooms whose log has grown by so many events, or more, since their snapshot; the longest way to fold first. */
export async function listRoomsToKeep(
  db: Kysely<DB>,
  { fold, grownBy, limit }: { fold: string; grownBy: number; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from room r left join room_snapshot s on s.room_id = r.id and s.fold = ${fold}
    where r.version - coalesce(s.version, 0) >= ${grownBy}
    order by r.version - coalesce(s.version, 0) desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
