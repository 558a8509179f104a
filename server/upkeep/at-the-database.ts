import { pino } from 'pino';
import type { Connection } from '#db/connect.ts';
import { openDatabase } from '../open-database.ts';
import { sayError } from '../say-error.ts';
import type { Settings } from '../settings.ts';
import { openShutdown } from '../shutdown.ts';

/** Opens the database of the settings, does something with it, and closes it again whatever happened. */
export async function atTheDatabase(
  settings: Settings,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const log = pino({ level: 'silent' });
  const shutdown = openShutdown(log);
  try {
    await work(await openDatabase(settings, { log, shutdown }));
  } catch (error) {
    console.error(sayError(error));
    process.exitCode = 1;
  } finally {
    await shutdown.run();
  }
}
