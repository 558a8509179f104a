import type { House } from '../house.ts';
import { type Connection, type DrainLimits, type Line, openLine } from './backpressure.ts';
import type { LiveServer } from './sockets.ts';

const standardDrain: DrainLimits = { bytes: 1024 * 1024, ms: 10_000 };

/** The lines of this process. What a room is told is made into bytes once, and each line costs one write. */
export function openLines(io: LiveServer, house: Pick<House, 'log'>, limits = standardDrain) {
  // By line and not by socket: who goes and comes again on one line stays one.
  const lines = new Map<Connection, Line>();
  io.engine.on('connection', (connection: Connection) => {
    lines.set(connection, openLine(connection, limits, house));
    connection.once('close', () => lines.delete(connection));
  });
  const look = setInterval(() => {
    for (const line of lines.values()) line.look();
  }, limits.ms / 10);
  look.unref();

  return {
    /** Tells everybody in a channel on this process. */
    tell(channel: string, bytes: Buffer): void {
      for (const id of io.sockets.adapter.rooms.get(channel) ?? []) {
        const socket = io.sockets.sockets.get(id);
        if (socket) lines.get(socket.conn)?.say(bytes);
      }
    },
    close: () => clearInterval(look),
  };
}
