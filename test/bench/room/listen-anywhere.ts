import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on a free port with a long line of waiting connections; answers the address. */
export async function listenAnywhere(http: Server): Promise<string> {
  await new Promise<void>((resolve) => http.listen({ host: '127.0.0.1', port: 0, backlog: 4_096 }, resolve));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}
