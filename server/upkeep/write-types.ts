// npm run db:types: writes db/schema.ts from the migrations, by way of a database that is thrown away afterwards.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connect } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { startEmbeddedPostgres } from '../embedded-postgres/start.ts';

const root = path.join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(path.join(os.tmpdir(), 'rondo-types-'));
const postgres = await startEmbeddedPostgres({ directory, settings: { fsync: 'off' } });
try {
  await postgres.createDatabase('types');
  const url = postgres.url('types');
  const { db, close } = connect(url, { poolSize: 1 });
  await migrateToLatest(db);
  await close();
  const codegen = path.join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js');
  execFileSync(process.execPath, [codegen, '--url', url], { cwd: root, stdio: 'inherit' });
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
