import { openLog } from './log.ts';
import { settingsOrExit } from './read-environment.ts';
import { sayError } from './say-error.ts';
import { openShutdown } from './shutdown.ts';
import { onStopSignal } from './signals.ts';

/**
 * Everything has to be closed within this many milliseconds after the signal. What is only just being opened may take
 * longer: a database that is being made cannot be left half made.
 */
const longestStop = 10_000;
const longestStopWhileOpening = 40_000;

const dev = process.argv.includes('--dev');
// Set before anything of React is loaded: what it is depends on this.
process.env.NODE_ENV = dev ? 'development' : 'production';

const settings = settingsOrExit();
const log = openLog(settings.logLevel);
const shutdown = openShutdown(log);
const started = open();
let isOpen = false;

onStopSignal(() => void leave(0));
// Whoever started several of us is gone, and nobody would ever stop this one.
process.once('disconnect', () => void leave(0));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'nobody caught this; closing');
  void leave(1);
});

async function open(): Promise<void> {
  try {
    const { start } = await import('./start.ts');
    await start(settings, { log, shutdown, dev });
    isOpen = true;
    process.stdout.write(`Rondo is open at ${settings.origin}\n`);
  } catch (error) {
    if (shutdown.isRunning()) return;
    console.error(sayError(error));
    log.debug({ err: error }, 'could not start');
    await shutdown.run();
    process.exit(1);
  }
}

/** Closes what is open, and what was just being opened. */
async function leave(exitCode: number): Promise<void> {
  setTimeout(() => process.exit(1), isOpen ? longestStop : longestStopWhileOpening).unref();
  await shutdown.run();
  await started;
  await shutdown.run();
  process.exit(exitCode);
}
