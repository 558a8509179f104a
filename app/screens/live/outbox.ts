import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import { inTime } from './in-time.ts';

/** A command with words in it, kept until the server has it: what is typed is never lost. */
export type OutboxEntry = { id: string; room: string; person: string; command: MemberCommand; at: number };

interface OutboxSchema extends DBSchema {
  entries: { key: string; value: OutboxEntry; indexes: { room: [string, string] } };
}

const NAME = 'rondo-outbox';
let opened: Promise<IDBPDatabase<OutboxSchema>> | undefined;

function open(): Promise<IDBPDatabase<OutboxSchema>> {
  opened ??= inTime(
    openDB<OutboxSchema>(NAME, 1, {
      upgrade(database) {
        database.createObjectStore('entries', { keyPath: 'id' }).createIndex('room', ['person', 'room']);
      },
      terminated() {
        opened = undefined;
      },
    }),
  );
  return opened;
}

/**
 * The browser's own storage. Where it is missing, shut or full the words still live in this tab's memory, so a failure
 * to store is no failure to send.
 */
async function attempt<Answer>(task: (database: IDBPDatabase<OutboxSchema>) => Promise<Answer>) {
  try {
    return await task(await open());
  } catch {
    // Perhaps it opens the next time.
    opened = undefined;
    return null;
  }
}

export const outbox = {
  async put(entry: OutboxEntry): Promise<void> {
    await attempt((database) => database.put('entries', entry));
  },
  async remove(id: string): Promise<void> {
    await attempt((database) => database.delete('entries', id));
  },
  /** What this person has not sent in this room yet, in the order it was written. */
  async list(person: string, room: string): Promise<OutboxEntry[]> {
    const entries = await attempt((database) => database.getAllFromIndex('entries', 'room', [person, room]));
    return (entries ?? []).sort((a, b) => a.at - b.at);
  },
  /** At sign-out nothing of anybody stays behind. */
  async clear(): Promise<void> {
    await attempt((database) => database.clear('entries'));
  },
};
