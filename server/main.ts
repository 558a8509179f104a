import type { Logger } from 'pino';
import { openLog } from './log.ts';
import { settingsOrExit } from './read-environment.ts';
import type { Settings } from './settings.ts';
import { openShutdown, type Shutdown } from './shutdown.ts';
import { onStopSignal } from './signals.ts';

/** Everything has to be closed within this many milliseconds after the signal. */
const longestStop = 10_000;

const dev = process.argv.includes('--dev');
process.env.NODE_ENV = dev ? 'development' : 'production';

const settings = settingsOrExit();
const log = openLog(settings.logLevel);
const shutdown = openShutdown(log);
const started = open(settings, log, shutdown);

onStopSignal(() => void leave(0));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'nobody caught this; closing');
  void leave(1);
});
await started;

async function open(settings: Settings, log: Logger, shutdown: Shutdown): Promise<void> {
  try {
    // Imported only now: what React and its friends are depends on NODE_ENV.
    const { start } = await import('./start.ts');
    await start(settings, { log, shutdown, dev });
    process.stdout.write(`Rondo is open at ${settings.origin}\n`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    log.debug({ err: error }, 'could not start');
    await shutdown.run();
    process.exit(1);
  }
}

async function leave(exitCode: number): Promise<void> {
  setTimeout(() => process.exit(1), longestStop).unref();
  await started;
  await shutdown.run();
  process.exit(exitCode);
}
