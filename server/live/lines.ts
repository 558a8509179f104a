import type { House } from '../house.ts';
import { type Connection, type DrainLimits, type Line, openLine } from './backpressure.ts';
import type { LiveServer } from './sockets.ts';

const standardDrain: DrainLimits = { bytes: 1024 * 1024, ms: 10_000 };

/**
 * The lines of this process. What a room is told is made into bytes once, and each line costs one write. Who wrote some of
 * it will be answered in this same turn of the event loop: their frame and their answers are one call to the system and
 * one packet on the network.
 */
export function openLines(io: LiveServer, house: Pick<House, 'log'>, limits = standardDrain) {
  const lines = new Map<Connection, Line>();
  let held: Line[] = [];
  io.engine.on('connection', (connection: Connection) => {
    lines.set(connection, openLine(connection, limits, house));
    connection.once('close', () => lines.delete(connection));
  });
  const look = setInterval(() => {
    for (const line of lines.values()) line.look();
  }, limits.ms / 10);
  look.unref();

  function letGo(): void {
    const all = held;
    held = [];
    for (const line of all) line.letGo();
  }

  return {
    /** Tells everybody in a channel on this process; `answered` are those who are about to get answers as well. */
    tell(channel: string, bytes: Buffer, answered: ReadonlySet<string | null>): void {
      for (const id of io.sockets.adapter.rooms.get(channel) ?? []) {
        const socket = io.sockets.sockets.get(id);
        const line = socket && lines.get(socket.conn);
        if (!line) continue;
        if (answered.has(socket.data.person) && line.hold() && held.push(line) === 1) setImmediate(letGo);
        line.say(bytes);
      }
    },
    close: () => clearInterval(look),
  };
}
