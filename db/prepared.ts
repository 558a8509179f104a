// Statements that are sent so often that PostgreSQL should plan them once for each connection and not every time.
import { type RawBuilder, sql } from 'kysely';

const mark = /^\s*\/\* prepared: ([a-z-]+) \*\//;

/** Stands first in a statement and gives it a name; two statements must not share one. */
export function prepared(name: string): RawBuilder<unknown> {
  return sql.raw(`/* prepared: ${name} */`);
}

/** The name that a statement was given, if it was given one. */
export function nameOf(statement: string): string | undefined {
  return mark.exec(statement)?.[1];
}
