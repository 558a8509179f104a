import type { House } from '../house.ts';
import { type DrainLimits, type Line, openLine } from './backpressure.ts';
import type { LiveServer } from './sockets.ts';

const standardDrain: DrainLimits = { bytes: 1024 * 1024, ms: 10_000 };

/**
 * The lines of this process. What a room is told is made into bytes once, and each line costs one write.
 */
export function openLines(io: LiveServer, house: Pick<House, 'log'>, limits = standardDrain) {
  const lines = new Map<string, Line>();
  io.on('connection', ({ id, conn }) => {
    lines.set(id, openLine(conn, limits, house));
    conn.once('close', () => lines.delete(id));
  });
  const look = setInterval(() => {
    for (const line of lines.values()) line.look();
  }, limits.ms / 10);
  look.unref();

  return {
    /** Tells everybody in a channel on this process. */
    tell(channel: string, bytes: Buffer): void {
      for (const id of io.sockets.adapter.rooms.get(channel) ?? []) lines.get(id)?.say(bytes);
    },
    close: () => clearInterval(look),
  };
}
