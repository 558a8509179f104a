import { io, type Socket } from 'socket.io-client';

/** The one way in which the load connects to anything that speaks Socket.IO. */
export function clientOf(url: string, cookie?: string): Socket {
  return io(url, {
    transports: ['websocket'],
    forceNew: true,
    autoConnect: false,
    reconnection: false,
    timeout: 60_000,
    extraHeaders: { origin: url, ...(cookie ? { cookie } : {}) },
  });
}

export function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
    socket.connect();
  });
}
