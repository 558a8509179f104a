// The database nobody has to install: a real PostgreSQL beside us, used when DATABASE_URL is not set.
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { createClusterIfMissing } from './create-cluster.ts';
import { hold } from './hold.ts';
import { databaseUser, openPlace, socketPort } from './place.ts';
import type { Recipe } from './recipe.ts';

export type EmbeddedPostgres = {
  /** the connection address of one database of the cluster */
  url(database: string): string;
  /** makes a database if it is missing; safe when two processes do it at once */
  createDatabase(database: string): Promise<void>;
  /** leaves; the last process out stops the server, waits for its end, and removes its socket directory */
  stop(): Promise<'stopped' | 'left running'>;
  /** the server was already running, or another process was quicker */
  adopted: boolean;
};

export type EmbeddedOptions = {
  /** where the data lives for good; made if missing */
  directory: string;
  /** further server settings by name, used when this process is the one that starts the server */
  settings?: Record<string, string>;
  /** told in one sentence when the server was lost and found again */
  log?: (sentence: string) => void;
};

/**
 * Starts the embedded database, or joins the one that already runs on this directory. While we hold it, a
 * server that dies is started again. Throws an Error in words when there is none for this machine or it cannot start.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { settings = {}, log = () => {} } = options;
  const binaries = findBinaries();
  const place = openPlace(options.directory);
  const account = chooseAccount(place.data);
  const recipe: Recipe = { place, account, binaries, settings };
  await createClusterIfMissing(recipe);

  const held = await hold(recipe, log);

  let stopping: ReturnType<EmbeddedPostgres['stop']> | undefined;
  return {
    adopted: held.adopted,
    url: (database) => addressOf(held.socketDirectory(), database),
    createDatabase: (database) => held.presence().createDatabase(database),
    stop() {
      stopping ??= held.release();
      return stopping;
    },
  };
}

function addressOf(socketDirectory: string, database: string): string {
  const where = `host=${encodeURIComponent(socketDirectory)}&port=${socketPort}`;
  return `postgres://${databaseUser}@localhost/${encodeURIComponent(database)}?${where}`;
}
