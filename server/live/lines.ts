import type { House } from '../house.ts';
import { type Connection, type DrainLimits, type Line, openLine } from './backpressure.ts';
import { channel, type LiveServer } from './sockets.ts';

const standardDrain: DrainLimits = { bytes: 1024 * 1024, ms: 10_000 };

/** The lines of this process. What a room is told is made into bytes once, and each line costs one write. */
export function openLines(io: LiveServer, house: Pick<House, 'log'>, limits = standardDrain) {
  // By line and not by socket: who goes and comes again on one line stays one.
  const lines = new Map<Connection, Line>();
  io.engine.on('connection', (connection: Connection) => {
    lines.set(connection, openLine(connection, limits, house));
    connection.once('close', () => lines.delete(connection));
  });
  const readers = openReaders(io, lines);
  const look = setInterval(() => {
    for (const line of lines.values()) line.look();
  }, limits.ms / 10);
  look.unref();

  return {
    /** Tells everybody who is in a room on this process. */
    tell(room: string, bytes: Buffer): void {
      for (const line of readers.get(channel.room(room))?.values() ?? []) line.say(bytes);
    },
    close: () => clearInterval(look),
  };
}

/**
 * The lines of each Rondo room, by socket. Kept by what Socket.IO says of its own rooms, so that a frame does not search for
 * each reader twice.
 */
function openReaders(io: LiveServer, lines: ReadonlyMap<Connection, Line>) {
  const readers = new Map<string, Map<string, Line>>();
  const ofRooms = channel.room('');
  const { adapter, sockets } = io.sockets;
  adapter.on('join-room', (name: string, socket: string) => {
    const connection = name.startsWith(ofRooms) && sockets.get(socket)?.conn;
    const line = connection && lines.get(connection);
    if (!line) return;
    const room = readers.get(name) ?? new Map<string, Line>();
    readers.set(name, room.set(socket, line));
  });
  adapter.on('leave-room', (name: string, socket: string) => readers.get(name)?.delete(socket));
  adapter.on('delete-room', (name: string) => readers.delete(name));
  return readers;
}
