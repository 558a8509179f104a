import type { Socket as Line } from 'node:net';
import type { LiveServer, LiveSocket } from './sockets.ts';

type Transport = LiveSocket['conn']['transport'];

/**
 * Joins what is said on a line within one turn of the event loop into one write: a frame and the answers that come with
 * it are one call to the system and one packet on the network instead of three. Nothing changes its order.
 */
export function openOneWrite(io: LiveServer) {
  let held: { transport: Transport; line: Line }[] = [];

  function letGo(): void {
    const all = held;
    held = [];
    for (const { transport, line } of all) {
      line.cork();
      transport.writable = true;
      transport.emit('ready');
      line.uncork();
    }
  }

  function hold(socket: LiveSocket): void {
    const { transport } = socket.conn;
    // Already held, or a write is under way: then it waits anyway.
    if (!transport.writable) return;
    transport.writable = false;
    if (held.push({ transport, line: socket.request.socket }) === 1) setImmediate(letGo);
  }

  return {
    /** What is said to the sockets of this channel from here on waits for the end of this turn. */
    hold(name: string): void {
      for (const id of io.sockets.adapter.rooms.get(name) ?? []) {
        const socket = io.sockets.sockets.get(id);
        if (socket) hold(socket);
      }
    },
  };
}
