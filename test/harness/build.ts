// Tests of pages run against the finished build. It is made once for a run, and only when a source is newer.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from '#server/embedded-postgres/system.ts';

const root = path.join(import.meta.dirname, '..', '..');
const lock = path.join(root, '.cache', 'build.lock');

/** Called by Vitest before the projects that ask for pages. Two runs at once do not build over one another. */
export default async function setup(): Promise<void> {
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!take()) await pause(200);
  try {
    await buildWhenNeeded();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (owner && !isAlive(owner)) rmSync(lock, { force: true });
    return false;
  }
}

/** As `npm start` does. */
async function buildWhenNeeded(): Promise<void> {
  await promisify(execFile)(process.execPath, [path.join(root, 'server', 'before-start.mjs')]);
}
