// The first start: an empty cluster, complete or not there at all.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { plainEnvironment } from './account.ts';
import { databaseUser, giveTo } from './place.ts';
import type { Recipe } from './recipe.ts';
import { codeOf, isAlive } from './system.ts';

const run = promisify(execFile);

/**
 * Makes the cluster if there is none: under a temporary name first, then renamed in one step. Of two processes
 * that do this at once, the second throws its copy away. With `fsync=off` nothing waits for the disk here either.
 */
export async function createClusterIfMissing(recipe: Recipe): Promise<void> {
  const { place } = recipe;
  removeAbandoned(place.directory);
  if (isCluster(place.data)) return checkVersion(place.data, recipe.binaries.version);

  giveTo(place.directory, recipe.account);
  const lasting = recipe.settings.fsync !== 'off';
  const draft = path.join(place.directory, `cluster.new-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await initialise(draft, recipe, lasting);
    moveInto(draft, place.data);
    if (lasting) writeThrough(place.directory);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function isCluster(data: string): boolean {
  return existsSync(path.join(data, 'PG_VERSION'));
}

function checkVersion(data: string, version: string): void {
  const found = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (found === version) return;
  throw new Error(
    `${data} was written by PostgreSQL ${found}, and this is PostgreSQL ${version}. Go back to the version of ` +
      'Rondo that wrote it and make a backup there, then restore that into a new folder.',
  );
}

async function initialise(draft: string, { account, binaries }: Recipe, lasting: boolean): Promise<void> {
  const options = ['-D', draft, '-U', databaseUser, '--data-checksums', '--no-instructions'];
  options.push('--auth-local=trust', '--auth-host=reject', '--encoding=UTF8');
  options.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!lasting) options.push('--no-sync');
  const { program, args } = account.command(binaries.initdb, options);
  try {
    await run(program, args, { ...account.identity, cwd: '/', env: plainEnvironment() });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    const reach = account.identity.uid
      ? ` It runs as user number ${account.identity.uid}, who must be able to reach this folder.`
      : '';
    throw new Error(
      `The embedded database could not be created in ${path.dirname(draft)}.${reach}\n${said || error}`,
    );
  }
}

function moveInto(draft: string, data: string): void {
  try {
    renameSync(draft, data);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
    if (!isCluster(data))
      throw new Error(`${data} holds something that is not a database. Move it away, then start again.`);
  }
}

function writeThrough(directory: string): void {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Drafts of processes that were killed while they made them. */
function removeAbandoned(directory: string): void {
  for (const name of readdirSync(directory)) {
    const maker = /^cluster\.new-(\d+)-/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker)))
      rmSync(path.join(directory, name), { recursive: true, force: true });
  }
}
