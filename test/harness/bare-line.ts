// A line below Socket.IO's client: only what is said on it by hand.
import { WebSocket } from 'ws';

export type BareLine = {
  socket: WebSocket;
  say: (message: string) => void;
  /** Resolves with the next message that begins so. */
  heard: (start: string) => Promise<void>;
};

/** Opens it and waits for Engine.IO's greeting; no namespace is entered yet. */
export async function openBareLine(address: string, cookie: string): Promise<BareLine> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie, origin: address },
    perMessageDeflate: false,
  });
  socket.on('error', () => {});
  const heard = (start: string) =>
    new Promise<void>((resolve) => {
      const listen = (data: unknown) => {
        if (!String(data).startsWith(start)) return;
        socket.off('message', listen);
        resolve();
      };
      socket.on('message', listen);
    });
  await heard('0');
  return { socket, say: (message) => socket.send(message), heard };
}
