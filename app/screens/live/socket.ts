import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#app/domain/meeting/protocol.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

let socket: LiveSocket | undefined;

/** The one socket of this tab: made at the first need, shared by all that is live on the page. */
export function liveSocket(): LiveSocket {
  socket ??= io({
    transports: ['websocket'],
    autoConnect: false,
    ackTimeout: 10_000,
    reconnectionDelay: 250,
    reconnectionDelayMax: 2_500,
  });
  return socket;
}
