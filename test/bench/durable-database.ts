// A PostgreSQL of a benchmark's own, on a disk and as careful as in earnest: nothing is switched off.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connect } from '#db/connect.ts';
import { assertDurable } from '#db/durable.ts';
import { startEmbeddedPostgres } from '#server/embedded-postgres/start.ts';
import { bringUpToDate } from '#server/open-database.ts';

export type DurableDatabase = { url: string; stop: () => Promise<void> };

/** Starts it on these cores (the calling process goes there too) and makes the program's tables in it. */
export async function startDurableDatabase(cores: string | null): Promise<DurableDatabase> {
  if (cores) execFileSync('taskset', ['-acp', cores, String(process.pid)], { stdio: 'ignore' });
  const directory = mkdtempSync(path.join(os.tmpdir(), 'rondo-bench-'));
  const postgres = await startEmbeddedPostgres({ directory });
  await postgres.createDatabase('bench');
  const url = postgres.url('bench');
  const connection = connect(url, { poolSize: 2 });
  await assertDurable(connection.db);
  await bringUpToDate(connection);
  await connection.close();
  return {
    url,
    async stop() {
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
