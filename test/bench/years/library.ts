// What many circles have said in years, as it can be searched: rows that are made in the database, because saying two million
// lines would take longer than anybody waits.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { insertCircleRoom } from '#db/circle.ts';
import type { House } from '#server/house.ts';
import { furnish } from '../room/furnish.ts';

export type LibraryShape = { circles: number; lines: number };
export type Library = { reader: string };

/** The reader belongs to so many of the circles. */
const READS = 11;

/**
 * Makes the circles and their lines, in the order of time, as they would have come: what one circle said lies scattered
 * among what all others did. Every line has twelve of 2,000 other words besides those that are looked for: `meeting` in
 * 70 %, `because` in 80 %, four words that begin with `prepar` in 40 %, `budget` in 8 %, `sabbatical` in three of 10,000,
 * `zeppelin` in one of 5,000; `harvest` in a fifth of those that the reader may not read.
 */
export async function fillLibrary(house: House, { circles, lines }: LibraryShape): Promise<Library> {
  const { reader, ids } = await foundCircles(house, circles);
  await house.db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`set local maintenance_work_mem = '512MB'`.execute(tx);
    await sql`select setseed(0.5)`.execute(tx);
    const { rows: indexes } = await sql<{ name: string; made: string }>`
      select indexname as name, indexdef as made from pg_indexes
      where tablename = 'search_line' and indexname not like '%_pkey'`.execute(tx);
    for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(tx);
    await sql`
      insert into search_line (room_id, kind, id, circle_id, version, at, person_id, text, plain)
      select circle, 'line', gen_random_uuid(), circle, version, now() - (${lines} - version) * interval '3 hours', ${reader}, said, said
      from unnest(${ids}::uuid[]) with ordinality as c (circle, place), generate_series(1, ${lines}) as version,
        lateral (select concat_ws(' ',
          case when random() < 0.7 then 'meeting' end, case when random() < 0.8 then 'because' end,
          case when random() < 0.4 then 'prepar' || (array['e', 'ed', 'ing', 'ation'])[1 + floor(random() * 4)::int] end,
          case when random() < 0.08 then 'budget' end,
          case when place > ${READS} and random() < 0.2 then 'harvest' end,
          case when version % 3333 = 1 then 'sabbatical' end, case when version % 5000 = 7 then 'zeppelin' end,
          (select string_agg('word' || floor(random() * 2000)::int, ' ') from generate_series(1, 12) where version > 0)
        ) as said) as words
      order by version, place`.execute(tx);
    for (const { made } of indexes) await sql.raw(made).execute(tx);
  });
  await house.db.connection().execute(async (db) => {
    await sql`set statement_timeout = 0`.execute(db);
    await sql`vacuum analyze search_line`.execute(db);
    await sql`reset statement_timeout`.execute(db);
  });
  return { reader };
}

/** Circles with their rooms, and somebody who belongs to the first of them. */
async function foundCircles(house: House, count: number): Promise<Library & { ids: string[] }> {
  const { rooms } = await furnish(house, { rooms: count, members: 1 });
  const { db } = house;
  const [first] = rooms;
  const reader = first?.people[0]?.person ?? '';
  const found = await db
    .selectFrom('meeting')
    .select('circle_id')
    .where(
      'id',
      'in',
      rooms.map(({ room }) => room),
    )
    .orderBy(sql`id = ${first?.room}`, 'desc')
    .execute();
  const ids = found.map(({ circle_id }) => circle_id);
  for (const id of ids) await insertCircleRoom(db, id);
  const others = ids.slice(1, READS);
  await db
    .insertInto('membership')
    .values(others.map((circle_id) => ({ id: randomUUID(), circle_id, person_id: reader, seat: 2 })))
    .execute();
  return { reader, ids };
}
