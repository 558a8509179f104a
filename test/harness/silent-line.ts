// A line to a server that hears everything and answers nothing.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, onTestFinished } from 'vitest';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { until } from '#test/harness/until.ts';
import { socketTo } from './line.ts';

/** Opens one for the test that runs. `heard`: what has been sent, in its order. */
export async function silentLine(): Promise<{ socket: LiveSocket; heard: unknown[] }> {
  const http = createServer().listen(0, '127.0.0.1');
  const io = new Server(http);
  const heard: unknown[] = [];
  io.on('connection', (socket) => socket.onAny((_event, request) => heard.push(request)));
  await until(() => expect(http.listening).toBe(true));
  const socket = socketTo(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {});
  onTestFinished(async () => {
    socket.disconnect();
    await io.close();
  });
  socket.connect();
  await until(() => expect(socket.connected).toBe(true));
  return { socket, heard };
}
