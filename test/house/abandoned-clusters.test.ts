// A test run that was killed must not stop the next one, whatever it left.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clusterPrefix, removeAbandonedClusters } from '../harness/abandoned-clusters.ts';
import { mountSmallDisk, unmountSmallDisk } from '../harness/small-disk.ts';

let folder: string;
const gone = spawnSync(process.execPath, ['--version']).pid;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'rondo-abandoned-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Only some machines let us, and only root. */
const mayMount = (() => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'rondo-small-disk-'));
  const mounted = mountSmallDisk(directory);
  if (mounted) unmountSmallDisk(directory);
  rmSync(directory, { recursive: true });
  return mounted;
})();

test('what a killed run left is removed, and what a living one has stays', async () => {
  const left = path.join(folder, `${clusterPrefix}${gone}-left`);
  const kept = path.join(folder, `${clusterPrefix}${process.pid}-kept`);
  for (const directory of [left, kept]) mkdirSync(directory);
  mkdirSync(path.join(left, 'cluster'));
  await removeAbandonedClusters();
  expect(existsSync(left)).toBe(false);
  expect(existsSync(kept)).toBe(true);
});

test.skipIf(!mayMount)('a small disk that a killed run left is removed, too', async () => {
  const left = path.join(folder, `${clusterPrefix}${gone}-left`);
  mkdirSync(left);
  expect(mountSmallDisk(left)).toBe(true);
  mkdirSync(path.join(left, 'cluster'));
  await removeAbandonedClusters();
  expect(existsSync(left)).toBe(false);
});

test('one that cannot be removed is told, and the others are removed', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const stuck = path.join(folder, `${clusterPrefix}${gone}-a`);
  writeFileSync(stuck, 'a file where a folder should be');
  const left = path.join(folder, `${clusterPrefix}${gone}-b`);
  mkdirSync(left);
  await removeAbandonedClusters();
  expect(told).toHaveBeenCalledWith(expect.stringContaining(path.basename(stuck)));
  expect(existsSync(left)).toBe(false);
});
