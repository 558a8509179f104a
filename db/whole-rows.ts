// Whole rows of several tables in one answer, with every column named: what a prepared statement answers must not change when a
// table gets another column.
import { type RawBuilder, type Selectable, sql } from 'kysely';

/** The columns of a table, all of them. */
export type Columns = readonly string[];

/** Every column of a table; one that is forgotten is a fault of types. */
export function everyColumn<Table>(columns: Record<keyof Table, true>): Columns {
  return Object.keys(columns);
}

/** What is selected, by table: each column under the name `table.column`. */
export function wholeRows(tables: Record<string, Columns>): RawBuilder<unknown> {
  const parts = Object.entries(tables).flatMap(([table, columns]) =>
    columns.map((column) => `"${table}"."${column}" as "${table}.${column}"`),
  );
  return sql.raw(parts.join(', '));
}

/** One table's row out of such an answer. */
export function rowOf<Table>(answer: Record<string, unknown>, table: string, columns: Columns) {
  const row: Record<string, unknown> = {};
  for (const column of columns) row[column] = answer[`${table}.${column}`];
  return row as Selectable<Table>;
}
