import { type Kysely, sql } from 'kysely';

/** What a long log came to, so that a room need not be folded from its first event. The log stays the truth. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `json` and not `jsonb`: the order of what a state holds is kept. Without a state the row only counts how often words
  // were taken out of the log.
  await sql`
    create table room_snapshot (
      room_id uuid primary key references room (id) on delete cascade,
      version bigint not null,
      fold text not null,
      state json,
      erased integer not null default 0
    )`.execute(db);
  // A log only grows. Whatever else is done to it, its snapshot goes in the same transaction, and one that was made before
  // and is stored after is not taken: it names another count.
  await sql`
    create function forget_room_snapshots() returns trigger language plpgsql as $$
    begin
      insert into room_snapshot (room_id, version, fold, erased)
      select r.id, 0, '', 1 from room r where r.id in (select room_id from changed) order by r.id
      on conflict (room_id) do update
        set version = 0, fold = '', state = null, erased = room_snapshot.erased + 1;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger room_event_written_over after update on room_event referencing new table as changed
      for each statement execute function forget_room_snapshots()`.execute(db);
  await sql`
    create trigger room_event_taken_out after delete on room_event referencing old table as changed
      for each statement execute function forget_room_snapshots()`.execute(db);
}
