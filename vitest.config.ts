import { defineConfig } from 'vitest/config';

// Which rooms of the house need a database; the others start none.
const needsDatabase = { domain: false, db: true, server: true, live: true, routes: true, house: false };

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: Object.entries(needsDatabase).map(([name, needs]) => ({
      extends: true,
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        globalSetup: needs ? ['test/harness/cluster.ts'] : [],
      },
    })),
  },
});
