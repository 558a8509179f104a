// People who write notes through a real socket, with the browser's own half of it and a storage that outlives the page.
import { randomUUID } from 'node:crypto';
import type { KeptNote, NotesOutbox } from '#app/screens/live/notes-outbox.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { type NoteLink, openNoteLink } from '#app/screens/notes/note-link.ts';
import { openLine } from './line.ts';
import type { LiveServer } from './live-server.ts';

export type Writer = {
  link: NoteLink;
  socket: LiveSocket;
  /** What the browser keeps of this person. */
  storage: NotesOutbox & { pieces: Map<string, KeptNote> };
  /** Takes the network away, and gives it back. */
  unplug: () => void;
  plugIn: () => void;
  /** Closes the page. */
  close: () => void;
};

/** A browser's storage, in memory. */
export function aStorage(): Writer['storage'] {
  const pieces = new Map<string, KeptNote>();
  return {
    pieces,
    async put(piece) {
      pieces.set(piece.id, structuredClone(piece));
      return true;
    },
    async remove(id) {
      pieces.delete(id);
    },
    async list(person, room) {
      return [...pieces.values()].filter((one) => one.person === person && one.room === room);
    },
    async clear() {
      pieces.clear();
    },
  };
}

/** A page of this person with the notes of a room open; it enters the room whenever its line comes up, as pages do. */
export async function aWriter(
  server: Pick<LiveServer, 'origin' | 'signIn'>,
  person: string,
  room: string,
  storage = aStorage(),
): Promise<Writer> {
  const { cookie } = await server.signIn(person);
  const line = await openLine(server.origin, { cookie });
  const { socket } = line;
  const link = openNoteLink({ room, me: person, socket, outbox: storage, mayStore: () => true });
  const stop = link.start();
  const enter = async () => {
    const entered = await line.enter(room, { seat: false }).catch(() => null);
    if (entered && 'version' in entered) link.online(true);
    else if (socket.connected) setTimeout(enter, 100);
  };
  socket.on('connect', enter);
  socket.on('disconnect', (reason) => {
    link.online(false);
    // Where Socket.IO does not come back by itself.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 100);
  });
  // Neither does it when it was refused at the door, as a server that is just closing does; pages try again too.
  socket.on('connect_error', () => {
    if (!socket.active) setTimeout(() => socket.connect(), 100);
  });
  await enter();
  return {
    link,
    socket,
    storage,
    unplug: () => socket.io.engine.close(),
    plugIn: () => void socket.connect(),
    close() {
      stop();
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}

/** An id for a word that is there once. */
export const aWord = (): string => randomUUID().slice(0, 8);
