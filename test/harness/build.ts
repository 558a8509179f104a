// Tests of pages run against the finished build. It is made once for a run, and only when a source is newer.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from '#server/embedded-postgres/system.ts';

const root = path.join(import.meta.dirname, '..', '..');
const result = path.join(root, 'build', 'server', 'index.js');
const lock = path.join(root, '.cache', 'build.lock');
const sources = ['app', 'db', 'server', 'public', 'vite.config.ts', 'remix.config.js', 'package-lock.json'];

/** Called by Vitest before the projects that ask for pages. Two runs at once do not build over one another. */
export default async function setup(): Promise<void> {
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!take()) await pause(200);
  try {
    if (isStale()) await build();
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

function isStale(): boolean {
  if (!existsSync(result)) return true;
  const built = statSync(result).mtimeMs;
  return sources.some((source) => newest(path.join(root, source)) > built);
}

function newest(place: string): number {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

async function build(): Promise<void> {
  const remix = path.join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  const env = { ...process.env, NODE_ENV: 'production' as const };
  await promisify(execFile)(process.execPath, [remix, 'vite:build'], { cwd: root, env });
}
