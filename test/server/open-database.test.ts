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
