import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export type RawAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

/** Sends a request exactly as told, with headers that no browser would let anybody set. */
export function rawRequest(
  base: string,
  { path = '/', method = 'GET', headers = {}, body = '' }: RawRequest = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      text(response).then(
        (read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

type RawRequest = {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
};

/** Sends bytes that need not be HTTP, and nothing more; answers everything that comes back. */
export function rawBytes(base: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  socket.end(bytes);
  return text(socket);
}
