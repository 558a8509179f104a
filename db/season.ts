import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { DB, Season } from './schema.ts';

/**
 * Stores a circle's next season; the caller holds the circle's row. Answers false when a season with this id stands
 * already: the form was sent twice.
 */
export async function insertSeason(
  db: Kysely<DB>,
  season: Omit<Insertable<Season>, 'number'>,
): Promise<boolean> {
  const result = await db
    .insertInto('season')
    .values({
      ...season,
      number: sql`(select coalesce(max(number), 0) + 1 from season where circle_id = ${season.circle_id})`,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A season as it was planned; its time of day as `18:00`. */
export type SeasonRow = Omit<Selectable<Season>, 'created_at'>;

/** A circle's seasons, the first one first. */
export async function listSeasons(db: Kysely<DB>, circleId: string): Promise<SeasonRow[]> {
  return seasonsOf(db, circleId).orderBy('number').execute();
}

/** A circle's newest season, or null. */
export async function findNewestSeason(db: Kysely<DB>, circleId: string): Promise<SeasonRow | null> {
  const row = await seasonsOf(db, circleId).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row ?? null;
}

/** One season of a circle, or null. */
export async function findSeason(
  db: Kysely<DB>,
  circleId: string,
  seasonId: string,
): Promise<SeasonRow | null> {
  const row = await seasonsOf(db, circleId).where('id', '=', seasonId).executeTakeFirst();
  return row ?? null;
}

function seasonsOf(db: Kysely<DB>, circleId: string) {
  return db
    .selectFrom('season')
    .select(['id', 'circle_id', 'number', 'time_zone', 'length_minutes', 'every_weeks'])
    .select(sql<string>`to_char(local_time, 'HH24:MI')`.as('local_time'))
    .where('circle_id', '=', circleId);
}
