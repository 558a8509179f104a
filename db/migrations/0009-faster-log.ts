import { type Kysely, sql } from 'kysely';

/**
 * Every row of the log was looked up twice more, in `room` and in `person`, although the statement that appends has
 * just updated the one and found the other among the members. What the two references did on deletion, triggers do.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table room_event
      drop constraint room_event_room_id_fkey, drop constraint room_event_actor_id_fkey`.execute(db);
  await sql`
    create function forget_room_events() returns trigger language plpgsql as $$
    begin
      delete from room_event where room_id = old.id;
      return old;
    end $$`.execute(db);
  await sql`
    create trigger room_takes_its_events after delete on room
      for each row execute function forget_room_events()`.execute(db);
  await sql`
    create function forget_event_actor() returns trigger language plpgsql as $$
    begin
      update room_event set actor_id = null where actor_id = old.id;
      return old;
    end $$`.execute(db);
  await sql`
    create trigger person_leaves_events after delete on person
      for each row execute function forget_event_actor()`.execute(db);
}
