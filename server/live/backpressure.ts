import type { Socket } from 'node:net';
import type { House } from '../house.ts';
import type { LiveSocket } from './sockets.ts';

export type Connection = LiveSocket['conn'];
type Packet = { data?: unknown; options?: { wsPreEncodedFrame?: readonly Uint8Array[] } };

const NOTHING = Buffer.alloc(0);

/** How much may wait for one line in bytes, and how long a write may take in ms, before the line is cut. */
export type DrainLimits = { bytes: number; ms: number };

/**
 * One line to one browser. Socket.IO speaks on it as always; what a whole room hears is written to it as finished bytes,
 * past all that Socket.IO would do for each reader. A line that does not drain is cut: whoever sleeps, or reads more
 * slowly than the room talks, is not kept in memory. They come back by themselves and get what they miss from the log, by
 * version; nobody else notices.
 */
export function openLine(connection: Connection, limits: DrainLimits, { log }: Pick<House, 'log'>) {
  const line = (connection as Connection & { request: { socket: Socket } }).request.socket;
  const { transport } = connection;
  /** Socket.IO's own: bytes that wait behind its write that is under way, how much that is, and since when it has been. */
  let [waiting, written] = [0, 0];
  let since: number | null = null;
  /** Since when the oldest of our own writes has been under way. */
  let ownSince: number | null = null;

  function cut(why: string): void {
    if (line.destroyed) return;
    log.info({ why, waiting: behind() }, 'a line did not drain and was cut');
    // Not a polite ending: that would have to wait in the same queue.
    line.destroy();
  }
  /** The write of Socket.IO that is under way is not counted: a snapshot may be large. */
  const behind = () => line.writableLength - written + waiting;
  /** Nearly every write is taken at once. Behind one that is not goes an empty one, which says when it is through. */
  function watch(): void {
    ownSince = performance.now();
    line.write(NOTHING, () => {
      ownSince = null;
    });
  }

  connection.on('packetCreate', (packet: Packet) => {
    // Before it is counted: bytes come behind the words they belong to, and may be as many as notes can have.
    if (since !== null && behind() > limits.bytes) cut('too much');
    waiting += sizeOf(packet);
  });
  connection.on('flush', () => {
    written = waiting;
    waiting = 0;
    since ??= performance.now();
  });
  transport.on('drain', () => {
    written = 0;
    since = null;
  });

  return {
    /** Writes a whole message. It may overtake what Socket.IO has said and cannot write yet, never another of these. */
    say(bytes: Buffer): void {
      if (connection.readyState !== 'open') return;
      if (behind() > limits.bytes) {
        cut('too much');
        return;
      }
      line.write(bytes);
      if (ownSince === null && line.writableLength > 0) watch();
    },
    /** Cuts the line when a write takes too long. */
    look(): void {
      const oldest = Math.min(since ?? Number.POSITIVE_INFINITY, ownSince ?? Number.POSITIVE_INFINITY);
      if (performance.now() - oldest > limits.ms) cut('too long');
    },
  };
}

export type Line = ReturnType<typeof openLine>;

/** About how much a packet is: what is shared with the others of a room counts as well. */
function sizeOf({ data, options }: Packet): number {
  const frame = options?.wsPreEncodedFrame;
  if (frame) return frame.reduce((sum, piece) => sum + piece.byteLength, 0);
  if (data instanceof Uint8Array) return data.byteLength;
  return typeof data === 'string' ? data.length : 0;
}
