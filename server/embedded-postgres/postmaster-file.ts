// What PostgreSQL writes down about the server that runs on a cluster, and what to do when that is no longer true.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Place, socketPort } from './place.ts';
import { codeOf, isAlive } from './system.ts';

/** The server that `postmaster.pid` names. It may be gone. */
export type Written = { pid: number; socketDirectory: string | undefined };

/** Reads `postmaster.pid`; undefined where there is none or it is not complete yet. */
export function readPostmasterFile(data: string): Written | undefined {
  const lines = readText(path.join(data, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, socketDirectory: lines[4]?.trim() || undefined };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the process `pid` runs and is a server on this cluster (a server's working directory is its data). */
export function isServerOn(data: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  const folder = process.platform === 'linux' ? workingFolderOf(pid) : 'hidden';
  return folder === 'hidden' ? commandOf(pid).includes(data) : folder === data;
}

// From another user namespace, or on a hardened machine, even one's own processes hide where they work.
function workingFolderOf(pid: number): string | 'hidden' | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch (error) {
    return ['EACCES', 'EPERM'].includes(codeOf(error) ?? '') ? 'hidden' : undefined;
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * Removes the files of a server that was killed and whose process number now belongs to another program.
 * PostgreSQL removes them itself when the number is free, and refuses to start when it is taken.
 */
export function clearStaleFiles(place: Place): void {
  clearIfStale(path.join(place.data, 'postmaster.pid'), place.data);
  clearIfStale(path.join(place.socketDirectory, `.s.PGSQL.${socketPort}.lock`), place.data);
}

function clearIfStale(file: string, data: string): void {
  const text = readText(file);
  const pid = Number(text?.split('\n')[0]);
  if (text === undefined || !Number.isInteger(pid) || pid <= 0 || isServerOn(data, pid)) return;
  // Moved aside first and read again: between the two looks another process may have started a real server.
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (readText(aside) === text) rmSync(aside);
  else renameSync(aside, file);
}
