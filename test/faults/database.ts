// The PostgreSQL of a fault run: a cluster of its own with durable settings, so that it can be killed, restarted and filled.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Connection, connect } from '#db/connect.ts';
import { startEmbeddedPostgres } from '#server/embedded-postgres/start.ts';
import { bringUpToDate } from '#server/open-database.ts';
import { clusterPrefix, removeAbandonedClusters } from '../harness/abandoned-clusters.ts';
import { mountSmallDisk, unmountSmallDisk } from '../harness/small-disk.ts';

export type RunDatabase = {
  url: string;
  connection: Connection;
  /** Where files of the run may lie beside the cluster. */
  directory: string;
  /** kill -9 for the server and all its processes; it is started again at once. */
  kill: () => void;
  /** Stops it as an administrator would who is in a hurry; it is started again at once. */
  restart: () => void;
  /** Ends every connection to it, whatever is under way on it. */
  cutConnections: () => Promise<void>;
  /** Fills the disk it lies on. False where no small disk could be mounted. */
  fill: () => boolean;
  /** Whether it lies on a disk that can be filled. */
  canFill: boolean;
  /** Makes room again. */
  free: () => void;
  /** Resolves as soon as it takes a write; rejects after `ms`. */
  answers: (ms?: number) => Promise<void>;
  close: () => Promise<void>;
};

/** Small, but as careful with what it was given as any: fsync, full_page_writes and synchronous_commit stay on. */
const modest = { shared_buffers: '32MB', max_connections: '80', min_wal_size: '32MB', max_wal_size: '64MB' };

/** Makes the cluster with one migrated database. `small`: on a disk of its own that can be filled. */
export async function openRunDatabase(
  settings: Record<string, string> = {},
  { small = false } = {},
): Promise<RunDatabase> {
  await removeAbandonedClusters();
  const directory = mkdtempSync(path.join(os.tmpdir(), `${clusterPrefix}${process.pid}-`));
  const disk = small && mountSmallDisk(directory);
  const postgres = await startEmbeddedPostgres({ directory, settings: { ...modest, ...settings } });
  const data = path.join(directory, 'cluster');
  const onExit = () => {
    killTree(data);
    if (disk) unmountSmallDisk(directory);
  };
  process.once('exit', onExit);
  await postgres.createDatabase('faults');
  const url = postgres.url('faults');
  const connection = connect(url, { poolSize: 4 });
  await bringUpToDate(connection);

  return {
    url,
    connection,
    directory,
    kill: () => killTree(data),
    restart: () => void signal(postmasterOf(data), 'SIGINT'),
    cutConnections: () => cutConnections(connection),
    fill: () => disk && fillDisk(directory),
    canFill: disk,
    free: () => rmSync(path.join(directory, 'filler'), { force: true }),
    answers: (ms = 30_000) => untilItWrites(connection, ms),
    async close() {
      await connection.close();
      await postgres.stop();
      process.off('exit', onExit);
      if (disk) unmountSmallDisk(directory);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function untilItWrites({ pool }: Connection, ms: number): Promise<void> {
  const until = performance.now() + ms;
  for (;;) {
    try {
      await pool.query('create table if not exists writes_again (at timestamptz)');
      await pool.query('insert into writes_again values (now())');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resume) => setTimeout(resume, 30));
    }
  }
}

async function cutConnections({ pool }: Connection): Promise<void> {
  await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
}

/** PostgreSQL writes meanwhile: what was free a moment ago may not be any more, and then we look again. */
function fillDisk(directory: string, tries = 5): boolean {
  const left = execFileSync('df', ['--output=avail', '-B1', directory], { encoding: 'utf8' }).split('\n')[1];
  const most = `${Math.max(1, Number(left) - 4_096)}`;
  try {
    execFileSync('fallocate', ['-l', most, path.join(directory, 'filler')], { stdio: 'ignore' });
    return true;
  } catch {
    return tries > 1 && fillDisk(directory, tries - 1);
  }
}

function postmasterOf(data: string): number | undefined {
  try {
    return Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid) process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

function killTree(data: string): void {
  const postmaster = postmasterOf(data);
  if (!postmaster) return;
  const children = childrenOf(postmaster);
  for (const pid of [postmaster, ...children]) signal(pid, 'SIGKILL');
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === parent)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    // The name in brackets may hold anything; what follows it does not.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined;
  }
}
