import type { House } from '../house.ts';
import type { PresenceBook } from './presence.ts';
import { channel, type LiveServer, type LiveSocket } from './sockets.ts';
import type { TypingBook } from './typing.ts';

/** All that live handlers share: the sockets, the house, who sits where, who types. */
export type Hall = { io: LiveServer; house: House; presence: PresenceBook; typing: TypingBook };

/** Gives a socket its place in a room it has joined; a seat counts as being there. */
export function takePlace(
  { presence }: Hall,
  socket: LiveSocket,
  room: string,
  facts: { circle: string; seat: boolean },
): void {
  const before = socket.data.rooms.get(room);
  socket.data.rooms.set(room, facts);
  if (facts.seat && !before?.seat) presence.sit(room, socket.data.person);
  if (!facts.seat && before?.seat) presence.rise(room, socket.data.person);
}

/** Takes a socket out of a room, and its person's seat when it had one. */
export async function leavePlace(hall: Hall, socket: LiveSocket, room: string): Promise<void> {
  const known = socket.data.rooms.get(room);
  socket.data.rooms.delete(room);
  if (known?.seat) hall.presence.rise(room, socket.data.person);
  hall.typing.set(room, socket.data.person, false);
  await socket.leave(channel.room(room));
  if (known) tellPresence(hall, room);
}

/** Volatile: who sits here and who types. A lost one is made up for by the next. */
export function tellPresence({ io, presence, typing }: Hall, room: string): void {
  const facts = { room, here: presence.seated(room), typing: typing.in(room) };
  io.to(channel.room(room)).volatile.emit('presence', facts);
}
