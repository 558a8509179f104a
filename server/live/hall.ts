import type { House } from '../house.ts';
import type { Post } from '../processes/open-post.ts';
import type { Seats } from '../processes/open-seats.ts';
import type { Alarms } from '../rooms/open-alarms.ts';
import type { NoteSeats } from './note-seats.ts';
import type { PresenceBook } from './presence.ts';
import type { PresenceNews } from './presence-news.ts';
import { channel, type LiveServer, type LiveSocket } from './sockets.ts';
import type { Tries } from './try-again.ts';
import type { TypingBook } from './typing.ts';

/** All that live handlers share: the sockets, the house, who sits where, who types, and a way to say so. */
export type Hall = {
  io: LiveServer;
  house: House;
  presence: PresenceBook;
  typing: TypingBook;
  alarms: Alarms;
  /** What goes to the other processes. */
  post: Post;
  seats: Seats;
  notes: NoteSeats;
  /** Tells a room who is here and who types, soon. */
  news: PresenceNews;
  /** What has to be done after a start, however often it goes wrong before. */
  tries: Tries;
};

/** Gives a socket its place in a room it has joined; a seat counts as being there. */
export function takePlace(
  { presence, alarms, news }: Hall,
  socket: LiveSocket,
  room: string,
  facts: { circle: string; seat: boolean },
): void {
  const before = socket.data.rooms.get(room);
  socket.data.rooms.set(room, facts);
  if (facts.seat && !before?.seat) presence.sit(room, socket.data.person);
  if (!facts.seat && before?.seat) presence.rise(room, socket.data.person);
  // Also when nothing changed: this socket has not heard of anybody yet.
  news.changed(room);
  alarms.look(room);
}

/** Takes a socket out of a room, and its person's seat when it had one. */
export async function leavePlace(hall: Hall, socket: LiveSocket, room: string): Promise<void> {
  const known = socket.data.rooms.get(room);
  socket.data.rooms.delete(room);
  if (known?.seat) hall.presence.rise(room, socket.data.person);
  if (known) {
    hall.typing.set(room, socket.data.person, false);
    hall.news.changed(room);
  }
  await Promise.all([hall.notes.rise(socket, room), socket.leave(channel.room(room))]);
}
