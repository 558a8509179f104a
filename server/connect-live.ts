import type { Server } from 'node:http';
import type { House } from './house.ts';
import { type Live, type LiveOptions, openLive } from './live/live.ts';

/**
 * Opens the sockets on a server and lets the house speak through them. Sockets come by upgrade alone; whatever asks for
 * their address in another way is an ordinary request and belongs to the edge.
 */
export function connectLive(server: Server, house: House, options?: LiveOptions): Live {
  const live = openLive(server, house, options);
  server.removeAllListeners('request');
  const { publish, tellPeople, hint, departed, cut } = live;
  Object.assign(house, { publish, tellPeople, hint, departed, cut });
  return live;
}
