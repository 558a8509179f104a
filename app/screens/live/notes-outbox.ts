import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { inTime } from './in-time.ts';

/** A piece of notes that the server has not acknowledged yet. `generation`: the document it belongs to, and no other. */
export type KeptNote = {
  id: string;
  room: string;
  person: string;
  generation: string;
  update: Uint8Array;
  at: number;
};

interface NotesSchema extends DBSchema {
  pieces: { key: string; value: KeptNote; indexes: { room: [string, string] } };
}

let opened: Promise<IDBPDatabase<NotesSchema>> | undefined;

function open(): Promise<IDBPDatabase<NotesSchema>> {
  opened ??= inTime(
    openDB<NotesSchema>('rondo-notes', 1, {
      upgrade(database) {
        database.createObjectStore('pieces', { keyPath: 'id' }).createIndex('room', ['person', 'room']);
      },
      terminated() {
        opened = undefined;
      },
    }),
  );
  return opened;
}

/** Where the browser's storage is missing, shut or full, what was written still lives in this tab's memory. */
async function attempt<Answer>(task: (database: IDBPDatabase<NotesSchema>) => Promise<Answer>) {
  try {
    return await task(await open());
  } catch {
    opened = undefined;
    return null;
  }
}

export const notesOutbox = {
  /** Answers whether it is stored. */
  async put(piece: KeptNote): Promise<boolean> {
    return (await attempt((database) => database.put('pieces', piece))) !== null;
  },
  async remove(id: string): Promise<void> {
    await attempt((database) => database.delete('pieces', id));
  },
  /** What this person has written in a room's notes and nobody has, in the order it was written. */
  async list(person: string, room: string): Promise<KeptNote[]> {
    const pieces = await attempt((database) => database.getAllFromIndex('pieces', 'room', [person, room]));
    return (pieces ?? []).sort((a, b) => a.at - b.at);
  },
  /** At sign-out nothing of anybody stays behind. */
  async clear(): Promise<void> {
    await attempt((database) => database.clear('pieces'));
  },
};

export type NotesOutbox = typeof notesOutbox;
