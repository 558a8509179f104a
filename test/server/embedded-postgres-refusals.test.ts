import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findBinaries, linkLibraries } from '#server/embedded-postgres/binaries.ts';
import { openPlace } from '#server/embedded-postgres/place.ts';
import { type Ground, newGround, removeGrounds } from '#test/harness/embedded-ground.ts';
import { endHolders, newHolder, ourselves } from '#test/harness/holder.ts';

let ground: Ground;
beforeAll(() => {
  ground = newGround(ourselves);
});
afterEach(endHolders);
afterAll(removeGrounds);

test('on Windows and where the programs are missing, it is said what to do', () => {
  expect(() => findBinaries('win32', 'x64')).toThrow('does not run on Windows. Set DATABASE_URL');
  expect(() => findBinaries('linux', 'mips')).toThrow(/linux-mips\) is not installed.*npm ci.*DATABASE_URL/);
});

test('library links that the installation did not make are made, once', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'rondo-links-'));
  mkdirSync(path.join(root, 'native', 'lib'), { recursive: true });
  writeFileSync(path.join(root, 'native', 'lib', 'libpq.so.5.18'), '');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(path.join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));

  linkLibraries(root);
  linkLibraries(root);

  expect(lstatSync(path.join(root, 'native', 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true);
  rmSync(root, { recursive: true });
});

test('a socket folder that somebody else prepared is refused', { timeout: 60_000 }, async () => {
  const name = path.basename(openPlace(ground.directory).socketDirectory);
  const planted = path.join(ground.temporaryFolder, name);
  symlinkSync(ground.directory, planted);
  const holder = newHolder(ourselves, ground.temporaryFolder);
  await expect(holder.start(ground.directory, { fsync: 'off' })).rejects.toThrow('belongs to somebody else');
  rmSync(planted);
});

test('a setting the server does not take is reported in its own words, at once', async () => {
  const holder = newHolder(ourselves, ground.temporaryFolder);
  const starting = holder.start(ground.directory, { shared_buffers: 'plenty' });
  await expect(starting).rejects.toThrow(/did not start; see .*postgres\.log.*shared_buffers/s);
});

test('data of another version of PostgreSQL is left alone', async () => {
  ground.plant('cluster/PG_VERSION', '17\n');
  const holder = newHolder(ourselves, ground.temporaryFolder);
  await expect(holder.start(ground.directory)).rejects.toThrow('was written by PostgreSQL 17');
});

test('a folder that holds something else is left alone', { timeout: 60_000 }, async () => {
  const other = newGround(ourselves);
  other.plant('cluster/thesis.txt', '');
  const holder = newHolder(ourselves, other.temporaryFolder);
  await expect(holder.start(other.directory, { fsync: 'off' })).rejects.toThrow(
    'holds something that is not a database',
  );
});
