import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/open-database.ts';
import { readSettings } from '#server/settings.ts';
import { openShutdown } from '#server/shutdown.ts';

test('the built-in database has as many places as the settings let processes take', async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'rondo-places-'));
  const log = pino({ level: 'silent' });
  const shutdown = openShutdown(log);
  onTestFinished(async () => {
    await shutdown.run();
    rmSync(directory, { recursive: true, force: true });
  });
  const settings = readSettings({ DATA_DIRECTORY: directory, DATABASE_POOL_SIZE: '100' });
  const { pool } = await openDatabase(settings, { log, shutdown });

  const places = await Promise.all(Array.from({ length: 100 }, () => pool.connect()));
  for (const place of places) place.release();
  expect(pool.totalCount).toBe(100);
});

// As on most machines: `localhost` is two addresses, and the error for both together has no message.
const twoAddresses = `data:text/javascript,import dns from "node:dns"; dns.lookup = (host, options, done) =>
  done(null, [{ address: "127.0.0.1", family: 4 }, { address: "::1", family: 6 }]);`.replaceAll('\n', ' ');

test.each(['server/main.ts', 'server/upkeep/migrate-database.ts'])(
  'where nobody answers at DATABASE_URL, %s says so and why',
  async (program) => {
    const root = path.join(import.meta.dirname, '..', '..');
    const env = { ...process.env, DATABASE_URL: 'postgres://rondo:secret@localhost:1/rondo' };
    const args = ['--import', twoAddresses, path.join(root, program)];
    const { code, err } = await new Promise<{ code: unknown; err: string }>((settle) => {
      execFile(process.execPath, args, { env }, (error, _, said) => settle({ code: error?.code, err: said }));
    });
    expect(code).toBe(1);
    expect(err).toMatch(/^The database of DATABASE_URL cannot be opened: .*127\.0\.0\.1:1; .*::1:1.*\n$/);
    expect(err).not.toContain('secret');
  },
);
