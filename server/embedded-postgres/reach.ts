// Gets a running server under our feet: joins the one that is there, or starts one, until one of the two holds.
import { setTimeout as pause } from 'node:timers/promises';
import { type Launched, launch } from './launch.ts';
import { checkSocketDirectory, type Place, prepareDirectories } from './place.ts';
import { clearStaleFiles, isServerOn, readPostmasterFile } from './postmaster-file.ts';
import { join, type Presence } from './presence.ts';
import type { Recipe } from './recipe.ts';

export type Reached = {
  presence: Presence;
  socketDirectory: string;
  /** the number of the server process */
  pid: number | undefined;
  /** it was started by another process */
  adopted: boolean;
};

// Recovery after a crash replays at most about 1 GB of log; a minute is far above what that takes.
const patience = 60_000;

// Reasons that pass by themselves: another process is quicker, or an old server is not quite gone.
const passing = /lock file|shared memory block|is being used|\.s\.PGSQL|shutting down/i;

/** Joins or starts the server. Throws after a minute, or as soon as waiting cannot help. */
export async function reach(recipe: Recipe): Promise<Reached> {
  const { place, account } = recipe;
  const until = Date.now() + patience;
  let launched: Launched | undefined;
  for (;;) {
    const written = readPostmasterFile(place.data);
    const socketDirectory = written?.socketDirectory ?? place.socketDirectory;
    const joined = checkSocketDirectory(socketDirectory, account)
      ? await join(socketDirectory)
      : { unreachable: 'no socket' };
    if (!('unreachable' in joined)) {
      const pid = readPostmasterFile(place.data)?.pid;
      return { presence: joined, socketDirectory, pid, adopted: pid !== launched?.pid };
    }

    if (launched?.hasExited() && !passing.test(launched.said())) throw failure(launched.said(), place);
    if (Date.now() > until) throw failure(`${joined.unreachable}\n${launched?.said() ?? ''}`, place);
    const running = written !== undefined && isServerOn(place.data, written.pid);
    if (!running && (!launched || launched.hasExited())) {
      prepareDirectories(place, account);
      clearStaleFiles(place);
      launched = launch(recipe);
    }
    await pause(25);
  }
}

function failure(said: string, place: Place): Error {
  const last = said.trim().split('\n').slice(-8).join('\n');
  return new Error(`The embedded database did not start; see ${place.logFile}\n${last}`);
}
