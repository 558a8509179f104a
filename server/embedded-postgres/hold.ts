// Keeps the server under our feet for as long as we need it, and lets go in a way that suits the other processes.
import { setTimeout as pause } from 'node:timers/promises';
import type { Presence } from './presence.ts';
import { type Reached, reach } from './reach.ts';
import type { Recipe } from './recipe.ts';
import { removeSocketDirectory, stopServer } from './stop-server.ts';

export type Held = {
  /** how it was reached at first */
  adopted: boolean;
  socketDirectory(): string;
  presence(): Presence;
  release(): Promise<'stopped' | 'left running'>;
};

/** Reaches the server and holds on to it: a server that dies is started again until `release`. */
export async function hold(recipe: Recipe, log: (sentence: string) => void): Promise<Held> {
  let reached = await reach(recipe);
  const { adopted } = reached;
  let released = false;
  let recovering: Promise<void> | undefined;

  function watch(now: Reached): void {
    reached = now;
    now.presence.onLost(() => {
      recovering = recover();
    });
  }

  async function recover(): Promise<void> {
    log('The embedded database went away; starting it again.');
    for (let failures = 0; !released; failures++) {
      try {
        watch(await reach(recipe));
        log('The embedded database is back.');
        return;
      } catch (error) {
        if (failures === 0) log(error instanceof Error ? error.message : String(error));
        await pause(1_000);
      }
    }
  }

  async function release(): Promise<'stopped' | 'left running'> {
    released = true;
    await recovering;
    // A connection that breaks here was cut by whoever stops the server; the next one may be another's already.
    const alone = await reached.presence.leave().catch(() => false);
    if (alone) await stopServer(recipe.place.data, reached.pid);
    await reached.presence.end();
    removeSocketDirectory(reached.socketDirectory);
    return alone ? 'stopped' : 'left running';
  }

  watch(reached);
  return {
    adopted,
    release,
    presence: () => reached.presence,
    socketDirectory: () => reached.socketDirectory,
  };
}
