// Statements that are sent so often that they are put together once, and that PostgreSQL should parse and plan once for each
// connection and not every time.
import { CompiledQuery, type Kysely } from 'kysely';
import type { DB } from './schema.ts';

const mark = /^\s*\/\* prepared: ([a-z-]+) \*\//;

/** A statement with its name; two statements must not share one. */
export function prepared(name: string, statement: string): string {
  return `/* prepared: ${name} */ ${statement}`;
}

/** The name that a statement was given, if it was given one. */
export function nameOf(statement: string): string | undefined {
  return mark.exec(statement)?.[1];
}

/** Stands in a query where a value will be. */
class Blank {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/**
 * A query that is put together once. `make` gets blanks in place of its values and may do nothing with them but hand them
 * to the query builder; a list is asked for with `any`, and nothing is selected with a star, because the columns of a
 * prepared statement must not change.
 */
export function preparedQuery<Values extends object, Row>(
  name: string,
  make: (db: Kysely<DB>, values: Values) => { compile: (db: Kysely<DB>) => CompiledQuery<Row> },
): (db: Kysely<DB>, values: Values) => Promise<Row[]> {
  let known: Pick<CompiledQuery, 'sql' | 'parameters'> | undefined;
  const blanks = new Proxy({}, { get: (_, key) => new Blank(key) }) as Values;

  return async (db, values) => {
    if (!known) {
      const { sql, parameters } = make(db, blanks).compile(db);
      known = { sql: prepared(name, sql), parameters };
    }
    const given = known.parameters.map((one) =>
      one instanceof Blank ? values[one.name as keyof Values] : one,
    );
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(known.sql, given));
    return rows;
  };
}
