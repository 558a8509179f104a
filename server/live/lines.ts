import type { House } from '../house.ts';
import { type Connection, type DrainLimits, type Line, openLine } from './backpressure.ts';
import { isRoomChannel, type LiveServer } from './sockets.ts';

const standardDrain: DrainLimits = { bytes: 1024 * 1024, ms: 10_000 };

/** The lines of this process. What a room is told is made into bytes once, and each line costs one write. */
export function openLines(io: LiveServer, house: Pick<House, 'log'>, limits = standardDrain) {
  // By line and not by socket: who goes and comes again on one line stays one.
  const lines = new Map<Connection, Line>();
  io.engine.on('connection', (connection: Connection) => {
    lines.set(connection, openLine(connection, limits, house));
    connection.once('close', () => lines.delete(connection));
  });
  /** By channel of a room and id of a socket: found once for each who comes, and not for each word that is told. */
  const readers = new Map<string, Map<string, Line>>();
  const { adapter, sockets } = io.sockets;
  adapter.on('join-room', (channel: string, id: string) => {
    const connection = isRoomChannel(channel) && sockets.get(id)?.conn;
    const line = connection && lines.get(connection);
    if (!line) return;
    const there = readers.get(channel);
    if (there) there.set(id, line);
    else readers.set(channel, new Map([[id, line]]));
  });
  adapter.on('leave-room', (channel: string, id: string) => readers.get(channel)?.delete(id));
  adapter.on('delete-room', (channel: string) => readers.delete(channel));
  const look = setInterval(() => {
    for (const line of lines.values()) line.look();
  }, limits.ms / 10);
  look.unref();

  return {
    /** Tells everybody in the channel of a room on this process. */
    tell(channel: string, bytes: Buffer): void {
      for (const line of readers.get(channel)?.values() ?? []) line.say(bytes);
    },
    close: () => clearInterval(look),
  };
}
