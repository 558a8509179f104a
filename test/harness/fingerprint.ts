import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/schema.ts';

/** What changes without anybody having done anything: how often things were tried. */
const apart = ['rate_limit'];
/** A sign-in that is used moves on in these. */
const passing = ['seen_at', 'expires_at'];

/**
 * Opens a view on everything that is stored. The fingerprint it gives is the same as long as nothing was added, changed
 * or taken away; with `naming`, it is only of the rows that name one of these ids.
 */
export async function openFingerprint(
  db: Kysely<DB>,
): Promise<(naming?: readonly string[]) => Promise<string>> {
  const tables = (await db.introspection.getTables()).filter(
    ({ name, schema, isView }) => schema === 'public' && !isView && !apart.includes(name),
  );

  return async (naming = []) => {
    const parts = tables.map(
      ({ name }) => sql`
        select ${name}::text as name, md5(coalesce(string_agg(line, ' ' order by line), '')) as print
        from (select (to_jsonb(t) - ${passing}::text[])::text as line from ${sql.table(name)} t) as lines
        where line ~ ${naming.join('|')}`,
    );
    const every = sql<{ name: string; print: string }>`${sql.join(parts, sql` union all `)} order by 1`;
    const { rows } = await every.execute(db);
    return rows.map(({ name, print }) => `${name} ${print}`).join('\n');
  };
}
