// One job of a set of runs: a world of its own, with its own database, disk and ports, that holds the runs it is handed one
// after the other. Jobs run side by side and share nothing but the machine.
import { installBrowserStorage } from './browser-storage.ts';
import { openStage } from './stage.ts';
import type { Wishes } from './wishes.ts';

const wishes: Wishes = JSON.parse(process.argv[2] ?? '');

installBrowserStorage();
// Whoever hands out the runs is gone, or has no more of them.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const stage = openStage(wishes);
process.on('message', async (seed: number | 'enough') => {
  if (seed !== 'enough') return void process.send?.(await stage.hold(seed));
  await stage.close();
  process.disconnect();
});
process.send?.('ready');
