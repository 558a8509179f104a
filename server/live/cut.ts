import type { Cut } from '../house.ts';
import { type Hall, leavePlace } from './hall.ts';
import { channel, type LiveSocket } from './sockets.ts';

/**
 * Takes live connections away at once: out of the rooms first, so that nothing more is sent, then the word, then the
 * line. A person who left one circle keeps their other rooms.
 */
export function cutSockets(hall: Hall, whom: Cut): void {
  const name = 'session' in whom ? channel.session(whom.session) : channel.person(whom.person);
  for (const id of [...(hall.io.sockets.adapter.rooms.get(name) ?? [])]) {
    const socket = hall.io.sockets.sockets.get(id);
    if (!socket) continue;
    socket.data.cuts += 1;
    if ('circle' in whom) cutFromCircle(hall, socket, whom.circle);
    else cutAltogether(hall, socket);
  }
}

/** Takes everybody who is not among its members out of one room, also those who are just entering it. */
export function cutStrangers(hall: Hall, room: string, members: ReadonlySet<string>): void {
  for (const id of [...(hall.io.sockets.adapter.rooms.get(channel.room(room)) ?? [])]) {
    const socket = hall.io.sockets.sockets.get(id);
    if (!socket || members.has(socket.data.person)) continue;
    socket.data.cuts += 1;
    const isIn = socket.data.rooms.has(room);
    void leavePlace(hall, socket, room);
    if (isIn) socket.emit('cut', { room });
  }
}

function cutFromCircle(hall: Hall, socket: LiveSocket, circle: string): void {
  const { rooms } = socket.data;
  for (const [room, facts] of [...rooms]) {
    if (facts.circle !== circle) continue;
    void leavePlace(hall, socket, room);
    socket.emit('cut', { room });
  }
  // Rooms that are just being entered: whoever is entering joins again when they still may.
  const joined = [...socket.rooms].filter((name) => name.startsWith(channel.room('')));
  for (const name of joined) if (!rooms.has(name.slice(channel.room('').length))) void socket.leave(name);
}

function cutAltogether(hall: Hall, socket: LiveSocket): void {
  for (const room of [...socket.data.rooms.keys()]) void leavePlace(hall, socket, room);
  socket.emit('cut', { room: null });
  socket.disconnect(true);
}
