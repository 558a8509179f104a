import { openKeptStore } from './kept-store.ts';

/** A piece of notes that the server has not acknowledged yet. `generation`: the document it belongs to, and no other. */
export type KeptNote = {
  id: string;
  room: string;
  person: string;
  generation: string;
  update: Uint8Array;
  at: number;
};

export const notesOutbox = openKeptStore<KeptNote>('rondo-notes', 'pieces');

export type NotesOutbox = Omit<typeof notesOutbox, 'read'>;
