import { type Kysely, sql } from 'kysely';

/**
 * Whoever appends to a log rests on `departures` alone, so whatever ends a membership counts, by whichever way it ends.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function count_departure() returns trigger language plpgsql as $$
    begin
      update room set departures = departures + 1 where circle_id = old.circle_id;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger membership_ends after update of left_at on membership
      for each row when (old.left_at is null and new.left_at is not null) execute function count_departure()`.execute(
    db,
  );
  await sql`
    create trigger membership_goes after delete on membership
      for each row when (old.left_at is null) execute function count_departure()`.execute(db);
}
