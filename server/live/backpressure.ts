import type { Socket as Line } from 'node:net';
import type { House } from '../house.ts';
import type { LiveServer, LiveSocket } from './sockets.ts';

type Connection = LiveSocket['conn'];
type Packet = { data?: unknown; options?: { wsPreEncodedFrame?: readonly Uint8Array[] } };

/** How much may wait for one line in bytes, and how long a write may take in ms, before the line is cut. */
export type DrainLimits = { bytes: number; ms: number };

const standardDrain: DrainLimits = { bytes: 1024 * 1024, ms: 10_000 };

/**
 * Cuts lines that do not drain: whoever sleeps, or reads more slowly than the room talks, is not kept in memory. They
 * come back by themselves and get what they miss from the log, by version; nobody else notices.
 */
export function watchDraining(io: LiveServer, house: Pick<House, 'log'>, limits = standardDrain) {
  const watched = new Map<Connection, ReturnType<typeof watch>>();
  io.engine.on('connection', (connection: Connection) => {
    watched.set(connection, watch(connection, limits, house));
    connection.once('close', () => watched.delete(connection));
  });
  const look = setInterval(() => {
    for (const one of watched.values()) one.look();
  }, limits.ms / 10);
  look.unref();
  return { close: () => clearInterval(look) };
}

function watch(connection: Connection, limits: DrainLimits, { log }: Pick<House, 'log'>) {
  const line = (connection as Connection & { request: { socket: Line } }).request.socket;
  /** Bytes that wait behind the write that is under way. That one is not counted: a snapshot may be large. */
  let waiting = 0;
  /** Since when the write that is under way has been; null when there is none. */
  let since: number | null = null;

  function cut(why: string): void {
    if (line.destroyed) return;
    log.info({ why, waiting }, 'a line did not drain and was cut');
    // Not a polite ending: that would have to wait in the same queue.
    line.destroy();
  }

  connection.on('packetCreate', (packet: Packet) => {
    waiting += sizeOf(packet);
    if (since !== null && waiting > limits.bytes) cut('too much');
  });
  connection.on('flush', () => {
    waiting = 0;
    since ??= performance.now();
  });
  connection.transport.on('drain', () => {
    since = null;
  });
  return {
    look(): void {
      if (since !== null && performance.now() - since > limits.ms) cut('too long');
    },
  };
}

/** About how much a packet is: what is shared with the others of a room counts as well. */
function sizeOf({ data, options }: Packet): number {
  const frame = options?.wsPreEncodedFrame;
  if (frame) return frame.reduce((sum, piece) => sum + piece.byteLength, 0);
  return typeof data === 'string' ? data.length : 0;
}
