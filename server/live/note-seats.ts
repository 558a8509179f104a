import type { NoteAwareNews } from '#app/domain/notes/wire.ts';
import type { House } from '../house.ts';
import type { Post } from '../processes/open-post.ts';
import { channel, type LiveServer, type LiveSocket } from './sockets.ts';

/** What a socket has to do with a room's notes: its cursor's number, and the pieces of an update that is not whole yet. */
type NoteSeat = { client: number | null; pieces: Uint8Array[] };

export type NoteSeats = ReturnType<typeof openNoteSeats>;

/** Who has which notes open on this process. Their frames go to a channel of their own: most of a room never needs them. */
export function openNoteSeats(io: LiveServer, house: House, post: Post) {
  const seats = new Map<string, Map<string, NoteSeat>>();

  // Only to our own sockets: each process looks for itself who still belongs before it tells them.
  house.notes.hear((frame, written) => {
    io.local.to(channel.notes(frame.room)).emit('notes.frame', frame);
    if (written) post.notes({ frame, ...written });
  });

  function pointed(news: NoteAwareNews): void {
    io.local.volatile.to(channel.notes(news.room)).emit('notes.aware', news);
  }

  return {
    of: (socket: LiveSocket, room: string): NoteSeat | undefined => seats.get(room)?.get(socket.id),

    /** Tells everybody else who has the notes open where this socket's cursor is. */
    point(socket: LiveSocket, news: NoteAwareNews): void {
      socket.local.volatile.to(channel.notes(news.room)).emit('notes.aware', news);
      post.aware(news);
    },

    /** Tells those who sit here where somebody is who sits at another process. */
    pointed,

    async sit(socket: LiveSocket, room: string): Promise<void> {
      const here = seats.get(room) ?? new Map<string, NoteSeat>();
      if (here.size === 0) house.notes.watch(room, true);
      seats.set(room, here);
      if (!here.has(socket.id)) here.set(socket.id, { client: null, pieces: [] });
      await socket.join(channel.notes(room));
    },

    /** Takes a socket away from the notes, and its cursor off the others' screens. */
    async rise(socket: LiveSocket, room: string): Promise<void> {
      const here = seats.get(room);
      const seat = here?.get(socket.id);
      if (!here || !seat) return;
      here.delete(socket.id);
      if (here.size === 0) {
        seats.delete(room);
        house.notes.watch(room, false);
      }
      await socket.leave(channel.notes(room));
      if (seat.client === null) return;
      const gone = { room, person: socket.data.person, client: seat.client, cursor: null };
      pointed(gone);
      post.aware(gone);
    },
  };
}
