import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections that may wait to be accepted: after a restart everybody comes back in the same second. */
const waitingLine = 4_096;

/** Every open line of a server. Its own list forgets those that have become a WebSocket. */
const lines = new WeakMap<Server, Set<Socket>>();

/** A server that gives up on those who do not come to the point. Its request handler comes later. */
export function openServer(): Server {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 });
  const open = new Set<Socket>();
  lines.set(server, open);
  server.on('connection', (line: Socket) => {
    open.add(line);
    line.once('close', () => open.delete(line));
  });
  server.on('clientError', refuseGibberish);
  return server;
}

/** Starts listening. Throws an Error in words when the port is taken or not ours to use. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)));
    server.listen({ host, port, backlog: waitingLine }, resolve);
  });
}

/** Takes no more requests, lets the running ones end, and cuts what is left after `milliseconds`. */
export async function closeServer(server: Server, milliseconds: number): Promise<void> {
  if (!server.listening) return;
  const late = setTimeout(() => {
    for (const line of lines.get(server) ?? []) line.destroy();
  }, milliseconds);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
  clearTimeout(late);
}

/** What is no HTTP at all never reaches the edge, so it is answered here, just as closed as everywhere else. */
function refuseGibberish(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  const headers = [
    'Connection: close',
    'Content-Length: 0',
    'Cache-Control: no-store',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: same-origin',
  ];
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n`);
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`Port ${port} is taken. Stop the program that uses it, or set PORT to another number.`);
  if (error.code === 'EACCES') return new Error(`Port ${port} is not ours to use. Set PORT to 1024 or more.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Error(`This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1.`);
  return error;
}
