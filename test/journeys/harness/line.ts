// A network line that can be cut: a SOCKS5 proxy (RFC 1928, CONNECT only) that a browser goes through.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Line = {
  /** For the `proxy` option of a browser. */
  server: string;
  /** From now on nothing gets through, as in a tunnel. */
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
};

/** Opens a line for one browser. */
export async function openLine(): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((browser) => {
    if (isCut) browser.destroy();
    else void carry(browser, sockets).catch(() => browser.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function drop(): void {
    for (const socket of sockets) socket.destroy();
  }

  return {
    server: `socks5://127.0.0.1:${(server.address() as { port: number }).port}`,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    async close() {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The proxy's two questions, and from then on whatever is said. */
async function carry(browser: Socket, sockets: Set<Socket>): Promise<void> {
  hold(browser, sockets);
  await once(browser, 'data');
  browser.write(Buffer.from([5, 0]));
  const [asked] = (await once(browser, 'data')) as [Buffer];
  // The last two bytes are the port. Whatever the host is called, it is this machine.
  const rondo = connect(asked.readUInt16BE(asked.length - 2), '127.0.0.1');
  hold(rondo, sockets);
  // Both ends fall together.
  rondo.on('close', () => browser.destroy());
  browser.on('close', () => rondo.destroy());
  await once(rondo, 'connect');
  browser.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
  browser.pipe(rondo).pipe(browser);
}

function hold(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => sockets.delete(socket));
}
