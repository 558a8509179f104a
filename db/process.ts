import { type Kysely, sql } from 'kysely';
import type { DB } from './schema.ts';

/**
 * Processes of one house say that they live by a row that is renewed; the database's clock is the only one they share.
 * After this many seconds without a sign a process counts as dead: four beats of 2 s.
 */
const DEAD_AFTER = 8;

const isAlive = sql<boolean>`process.seen_at > now() - make_interval(secs => ${sql.lit(DEAD_AFTER)})`;

/**
 * Says that a process lives. `isNew`: the database did not know it (any more), so nothing it wrote about itself is
 * there. `others`: how many more live.
 */
export async function beat(db: Kysely<DB>, process: string): Promise<{ isNew: boolean; others: number }> {
  const { rows } = await sql<{ isNew: boolean; others: number }>`
    with mine as (
      insert into process (id) values (${process})
      on conflict (id) do update set seen_at = now()
      returning xmax = 0 as "isNew"
    )
    select "isNew", (
      select count(*)::int from process where id <> ${process} and ${isAlive}
    ) as others from mine`.execute(db);
  return rows[0] ?? { isNew: true, others: 0 };
}

/** Says that a process has ended; whoever beats next takes care of those who sat there. */
export async function retire(db: Kysely<DB>, process: string): Promise<void> {
  await sql`update process set seen_at = '-infinity' where id = ${process}`.execute(db);
}

/** Removes processes that have died, with their seats. Answers how many: each is removed by one caller only. */
export async function removeDead(db: Kysely<DB>): Promise<number> {
  const gone = await db
    .deleteFrom('process')
    .where((where) => where.not(isAlive))
    .returning('id')
    .execute();
  return gone.length;
}

/** Who has come to sit or has risen, in which room. */
export type SeatChange = { room: string; person: string; sits: boolean };

/** Stores where people sit at this process: one statement, the last word on each seat counts. */
export async function writeSeats(
  db: Kysely<DB>,
  process: string,
  changes: readonly SeatChange[],
): Promise<void> {
  const taken = changes.filter(({ sits }) => sits);
  const left = changes.filter(({ sits }) => !sits);
  await sql`
    with risen as (
      delete from seat using unnest(
        ${left.map(({ room }) => room)}::uuid[], ${left.map(({ person }) => person)}::uuid[]
      ) as l (room_id, person_id)
      where seat.process_id = ${process} and seat.room_id = l.room_id and seat.person_id = l.person_id
    )
    insert into seat (process_id, room_id, person_id)
    select ${process}::uuid, t.room_id, t.person_id from unnest(
      ${taken.map(({ room }) => room)}::uuid[], ${taken.map(({ person }) => person)}::uuid[]
    ) as t (room_id, person_id)
    on conflict do nothing`.execute(db);
}

/** Who sits in these rooms at other processes that live. */
export async function listSeatsElsewhere(
  db: Kysely<DB>,
  process: string,
  rooms: readonly string[],
): Promise<{ room: string; person: string }[]> {
  const { rows } = await sql<{ room: string; person: string }>`
    select seat.room_id as room, seat.person_id as person
    from seat join process on process.id = seat.process_id
    where seat.room_id = any(${rooms}::uuid[]) and seat.process_id <> ${process} and ${isAlive}`.execute(db);
  return rows;
}

/** Forgets every seat at this process; `writeSeats` in the same transaction says anew who sits. */
export async function clearSeats(db: Kysely<DB>, process: string): Promise<void> {
  await db.deleteFrom('seat').where('process_id', '=', process).execute();
}
