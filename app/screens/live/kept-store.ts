import { type IDBPDatabase, openDB } from 'idb';
import { inTime } from './in-time.ts';

type Kept = { id: string; room: string; person: string; at: number };

/**
 * What somebody wrote in this browser and the server does not have yet, by its id. Where the browser's storage is missing,
 * shut or full the words still live in the tab's memory, so a failure to store is no failure to send.
 */
export function openKeptStore<Entry extends Kept>(name: string, store: string) {
  let opened: Promise<IDBPDatabase> | undefined;

  function open() {
    opened ??= inTime(
      openDB(name, 1, {
        upgrade(database, _from, _to, transaction) {
          database.createObjectStore(store, { keyPath: 'id' }).createIndex('room', ['person', 'room']);
          // Signing out clears the storage, perhaps while it is made: then it does not open, which is heard of there.
          transaction.done.catch(() => {});
        },
        terminated() {
          opened = undefined;
        },
      }),
    );
    return opened;
  }

  async function attempt<Answer>(task: (database: IDBPDatabase) => Promise<Answer>) {
    try {
      return await task(await open());
    } catch {
      // Perhaps it opens the next time.
      opened = undefined;
      return null;
    }
  }

  /** What this person has written in a room and nobody has, in the order it was written; null when it cannot be read. */
  async function read(person: string, room: string): Promise<Entry[] | null> {
    const entries = await attempt((database) => database.getAllFromIndex(store, 'room', [person, room]));
    return entries?.sort((a, b) => a.at - b.at) ?? null;
  }

  return {
    read,
    /** Answers whether it is stored. */
    async put(entry: Entry): Promise<boolean> {
      return (await attempt((database) => database.put(store, entry))) !== null;
    },
    async remove(id: string): Promise<void> {
      await attempt((database) => database.delete(store, id));
    },
    /** The same, and nothing when it cannot be read. */
    async list(person: string, room: string): Promise<Entry[]> {
      return (await read(person, room)) ?? [];
    },
    /** At sign-out nothing of anybody stays behind. */
    async clear(): Promise<void> {
      await attempt((database) => database.clear(store));
    },
  };
}
