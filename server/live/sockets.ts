import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient, UnreadNews } from '#app/domain/meeting/protocol.ts';
import type { Word } from '../processes/words.ts';

/** Who is at the other end of a socket, and which rooms (with their circles) they have entered. */
export type SocketFacts = {
  person: string;
  session: string;
  /** By room: its circle, and whether this socket has a seat in it. */
  rooms: Map<string, { circle: string; seat: boolean }>;
  /** How often something was taken away from this socket: what was checked before a cut must be checked again. */
  cuts: number;
  /** Entering and leaving happen one after the other, in the order they were asked for. */
  turn: Promise<unknown>;
};

/** What crosses between processes. */
type Between = { word: (word: Word) => void };
export type LiveServer = Server<ClientToServer, ServerToClient, Between, SocketFacts>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Between, SocketFacts>;

/** The Rondo rooms that sockets of this process are in. */
export function roomsWithSockets(io: LiveServer): string[] {
  const before = channel.room('');
  return [...io.sockets.adapter.rooms.keys()]
    .filter((name) => name.startsWith(before))
    .map((name) => name.slice(before.length));
}

/** Whether what is said in a Rondo room goes by this name. */
export const isRoomChannel = (name: string): boolean => name.startsWith(channel.room(''));

/** The names of Socket.IO's own rooms: a Rondo room, its notes, everything of a person, everything of a sign-in. */
export const channel = {
  room: (id: string) => `room:${id}`,
  person: (id: string) => `person:${id}`,
  notes: (id: string) => `notes:${id}`,
  session: (id: string) => `session:${id}`,
};

/** Tells all devices of these people that have a line to this process what is new to them. */
export function tellPeople(io: LiveServer, people: readonly string[], news: UnreadNews): void {
  if (people.length > 0) io.local.to(people.map(channel.person)).emit('unread', news);
}
