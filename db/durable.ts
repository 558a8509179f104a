// Acknowledged means committed, and committed must mean on the disk. A database set up to forget is refused.
import { sql } from 'kysely';
import type { Database } from './connect.ts';

const oldest = 150_000; // PostgreSQL 15, in the server's own way of counting

type Shown = {
  version: number;
  version_text: string;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  data_sync_retry: string;
};

/**
 * Throws an Error that lists every reason why this database may lose what it confirmed, or is too old.
 * `allowUnsafe` (tests only) lets it pass.
 */
export async function assertDurable(db: Database, { allowUnsafe = false } = {}): Promise<void> {
  if (allowUnsafe) return;
  const { rows } = await sql<Shown>`
    select current_setting('server_version_num')::int as version,
      current_setting('server_version') as version_text,
      current_setting('fsync') as fsync,
      current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit,
      current_setting('data_sync_retry') as data_sync_retry`.execute(db);
  const reasons = rows.flatMap(reasonsAgainst);
  if (reasons.length === 0) return;
  throw new Error(`This database cannot be trusted with what members write:\n- ${reasons.join('\n- ')}`);
}

function reasonsAgainst(shown: Shown): string[] {
  const reasons: string[] = [];
  if (shown.version < oldest)
    reasons.push(`PostgreSQL ${shown.version_text} is too old; 15 or newer is needed`);
  if (shown.fsync !== 'on') reasons.push('fsync must be on');
  if (shown.full_page_writes !== 'on') reasons.push('full_page_writes must be on');
  if (!['on', 'remote_write', 'remote_apply'].includes(shown.synchronous_commit)) {
    reasons.push(`synchronous_commit must be on, not ${shown.synchronous_commit}`);
  }
  if (shown.data_sync_retry !== 'off') reasons.push('data_sync_retry must be off');
  return reasons;
}
