import { defineConfig } from 'vitest/config';

// What the tests of each room of the house need: a database, and the finished build.
const cluster = 'test/harness/cluster.ts';
const build = 'test/harness/build.ts';
const needs = {
  domain: [],
  db: [cluster],
  server: [cluster],
  live: [cluster, build],
  routes: [cluster, build],
  fuzz: [cluster, build],
  house: [],
};

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A slow machine is no fault of the code: what hangs is found, what is slow is measured elsewhere.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 20 } },
    projects: Object.entries(needs).map(([name, globalSetup]) => ({
      extends: true,
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        globalSetup,
      },
    })),
  },
});
