// One PostgreSQL for a whole test run, with a migrated database that test databases are copied from.
// Nothing in it has to survive, so it never waits for the disk.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/embedded-postgres/start.ts';
import { clusterPrefix, removeAbandonedClusters } from './abandoned-clusters.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** the address of the cluster's own database, and the name of the one that test databases are copied from */
    cluster: { url: string; template: string };
  }
}

const template = 'rondo_template';

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
};

type Shared = { users: number; cluster: Promise<{ postgres: EmbeddedPostgres; directory: string }> };

// Each project of a run calls this file as a module of its own; what they share has to lie outside of it.
const shared = globalThis as typeof globalThis & { rondoTestCluster?: Shared };

/** Called by Vitest once for each project that needs a database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.rondoTestCluster ??= { users: 0, cluster: startCluster() };
  const mine = shared.rondoTestCluster;
  mine.users++;
  const { postgres, directory } = await mine.cluster;
  project.provide('cluster', { url: postgres.url('postgres'), template });

  return async () => {
    if (--mine.users > 0) return;
    shared.rondoTestCluster = undefined;
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

async function startCluster(): Promise<{ postgres: EmbeddedPostgres; directory: string }> {
  await removeAbandonedClusters();
  const directory = mkdtempSync(path.join(os.tmpdir(), `${clusterPrefix}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ directory, settings });
  await postgres.createDatabase(template);
  const { db, close } = connect(postgres.url(template), { poolSize: 2 });
  await migrateToLatest(db);
  await close();
  return { postgres, directory };
}
