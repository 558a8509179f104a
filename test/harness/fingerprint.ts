import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/schema.ts';

/** What changes without anybody having done anything: how often things were tried, and which processes run. */
const apart = ['rate_limit', 'process'];
/** A sign-in that is used moves on; only its coming and going counts. */
const moving = ['session'];

/**
 * Opens a view on everything that is stored. The fingerprint it gives is the same as long as no row was added, written or
 * taken away; with `naming`, it is only of the rows that name one of these ids.
 */
export async function openFingerprint(
  db: Kysely<DB>,
): Promise<(naming?: readonly string[]) => Promise<string>> {
  const tables = (await db.introspection.getTables()).filter(
    ({ name, schema, isView }) => schema === 'public' && !isView && !apart.includes(name),
  );

  return async (naming = []) => {
    const parts = tables.map(({ name }) => {
      // PostgreSQL's own number of whoever wrote a row last: cheap to ask for, and new with every write.
      const last = moving.includes(name) ? sql`0` : sql`coalesce(max(t.xmin::text::bigint), 0)`;
      const wanted = naming.length > 0 ? sql`where t::text ~ ${naming.join('|')}` : sql``;
      return sql`select ${name}::text as name, concat(count(*), ' ', ${last}) as print
        from ${sql.table(name)} t ${wanted}`;
    });
    const every = sql<{ name: string; print: string }>`${sql.join(parts, sql` union all `)} order by 1`;
    const { rows } = await every.execute(db);
    return rows.map(({ name, print }) => `${name} ${print}`).join('\n');
  };
}
