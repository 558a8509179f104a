// Where everything of one embedded database lies.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Account } from './account.ts';
import { codeOf } from './system.ts';

/** The name PostgreSQL gives the socket file carries a port number; there is no port behind it. */
export const socketPort = 5432;

/** The superuser of the cluster, and the only account in it. */
export const databaseUser = 'rondo';

export type Place = {
  /** what the caller named, links resolved */
  directory: string;
  /** the cluster's own directory inside it */
  data: string;
  logFile: string;
  /** where the socket lies: short, because a socket path may be about 100 bytes long at most */
  socketDirectory: string;
};

/** Makes the directory (open to its owner only) and names everything in it. */
export function openPlace(directory: string): Place {
  mkdirSync(path.dirname(directory), { recursive: true });
  makeDirectory(directory);
  const real = realpathSync(directory);
  return {
    directory: real,
    data: path.join(real, 'cluster'),
    logFile: path.join(real, 'postgres.log'),
    socketDirectory: path.join(temporaryFolder(), `rondo-${fingerprint(real)}`),
  };
}

function fingerprint(directory: string): string {
  return createHash('sha256').update(directory).digest('hex').slice(0, 12);
}

function temporaryFolder(): string {
  const folder = os.tmpdir();
  return Buffer.byteLength(folder) > 60 ? '/tmp' : folder;
}

/** Hands our directories to the account that PostgreSQL runs as, and makes the socket directory. */
export function prepareDirectories(place: Place, account: Account): void {
  giveTo(place.directory, account);
  giveDataTo(place.data, account);
  makeDirectory(place.socketDirectory);
  checkSocketDirectory(place.socketDirectory, account);
  giveTo(place.socketDirectory, account);
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Hands a directory to the account; nothing to do unless we are root. */
export function giveTo(directory: string, account: Account): void {
  if (process.getuid?.() !== 0) return;
  chownSync(directory, account.uid, account.gid);
}

// Root's data and a machine without namespaces: PostgreSQL insists on owning what it serves.
function giveDataTo(data: string, account: Account): void {
  const found = statSync(data, { throwIfNoEntry: false });
  if (process.getuid?.() !== 0 || !found || found.uid === account.uid) return;
  execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, data]);
}

/**
 * Refuses a socket directory that somebody else prepared: whoever owns it could answer in the database's name.
 * True when it exists and is ours.
 */
export function checkSocketDirectory(socketDirectory: string, account: Account): boolean {
  const found = lstatSync(socketDirectory, { throwIfNoEntry: false });
  if (!found) return false;
  const trusted = found.uid === account.uid || found.uid === process.getuid?.();
  if (!found.isDirectory() || !trusted) {
    throw new Error(`${socketDirectory} belongs to somebody else. Remove it, then start again.`);
  }
  if (found.mode & 0o077) chmodSync(socketDirectory, 0o700);
  return true;
}
