// Two fresh folders for a test of the embedded database: one for its data, one for its socket; and what is left in them.
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { codeOf } from '#server/embedded-postgres/system.ts';
import { until } from '#test/harness/until.ts';
import { endHolders, type Guise } from './holder.ts';

export type Ground = {
  directory: string;
  temporaryFolder: string;
  /** the number of the server process that runs on the data */
  serverPid(): number;
  /** the half-made clusters in the data folder */
  drafts(): string[];
  /** writes a file below the data folder, as if the guise had done it */
  plant(file: string, text: string): void;
  /** kill -9 for the server and everything it started, and waits until they are gone */
  killServer(): Promise<void>;
  /** fails if a process, a socket or a half-made cluster is left */
  expectNothingLeft(): Promise<void>;
};

const grounds: (() => Promise<void>)[] = [];

/** Kills what still runs on any ground of this test file, its holders first, and removes the folders. */
export async function removeGrounds(): Promise<void> {
  await endHolders();
  await Promise.all(grounds.splice(0).map((remove) => remove()));
}

/** Makes the folders, owned by whoever the guise is. Socket paths must stay short, so they lie in /tmp itself. */
export function newGround(guise: Guise): Ground {
  const directory = realpathSync(mkdtempSync('/tmp/rondo-data-'));
  const temporaryFolder = realpathSync(mkdtempSync('/tmp/rondo-sock-'));
  if (guise.uid !== undefined) {
    for (const folder of [directory, temporaryFolder]) chownSync(folder, guise.uid, guise.gid ?? guise.uid);
  }

  function serverPid(): number {
    return Number(readFileSync(path.join(directory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  function drafts(): string[] {
    return readdirSync(directory).filter((name) => name.startsWith('cluster.new-'));
  }

  function plant(file: string, text: string): void {
    const at = path.join(directory, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
    if (guise.uid === undefined) return;
    for (const made of [at, path.dirname(at)]) chownSync(made, guise.uid, guise.gid ?? guise.uid);
  }

  async function killServer(): Promise<void> {
    const killed = processesIn(directory);
    for (const pid of killed) killIfThere(pid);
    await until(() => expect(processesIn(directory).filter((pid) => killed.includes(pid))).toEqual([]));
  }

  async function expectNothingLeft(): Promise<void> {
    // The last of a server ends a moment after it has given up its files.
    await expect.poll(() => processesIn(directory)).toEqual([]);
    expect(readdirSync(temporaryFolder)).toEqual([]);
    expect(readdirSync(directory).sort()).toEqual(['cluster', 'postgres.log']);
    expect(readdirSync(path.join(directory, 'cluster'))).not.toContain('postmaster.pid');
  }

  async function remove(): Promise<void> {
    await killServer();
    for (const folder of [directory, temporaryFolder]) rmSync(folder, { recursive: true, force: true });
  }
  grounds.push(remove);
  return { directory, temporaryFolder, serverPid, drafts, plant, killServer, expectNothingLeft };
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** The numbers of all processes that work inside a folder, as PostgreSQL's do inside their data. */
function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolder(name)?.startsWith(folder))
    .map(Number);
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
