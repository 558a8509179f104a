import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/journeys/harness/browser.ts';

const { executablePath, env, args } = await findBrowser();

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.journey.ts',
  // Pages as they are now: built anew only when a source is newer.
  globalSetup: './test/harness/build.ts',
  // Every journey starts a whole Rondo with browsers of its own: one at a time is fastest on two cores.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  // Alone on the machine the longest takes about a minute; on one that is shared it may take its time.
  timeout: 480_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: { launchOptions: { executablePath, env, args }, trace: 'retain-on-failure', actionTimeout: 30_000 },
});
