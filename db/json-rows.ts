// Rows inside of rows: what one statement answers for several lists at once.
import { type RawBuilder, sql } from 'kysely';

/** The rows of a query as one JSON list, in their order. */
export function list<Row>(query: RawBuilder<Row>): RawBuilder<Row[]> {
  return sql<Row[]>`(select coalesce(json_agg(one), '[]') from (${query}) as one)`;
}

/** An instant as whole milliseconds since the epoch, as JavaScript reads it. */
export function inMs(column: string): RawBuilder<unknown> {
  return sql`floor(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;
}
