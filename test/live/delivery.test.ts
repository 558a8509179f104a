// The browser's half of a command under way, where a server says nothing.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, onTestFinished, test, vi } from 'vitest';
import { offline, openDelivery, unanswered } from '#app/screens/live/delivery.ts';
import { socketTo } from '#test/harness/line.ts';
import { post } from '#test/harness/meeting-room.ts';

/** A line to a server that hears everything and answers nothing. */
async function silentLine() {
  const http = createServer().listen(0, '127.0.0.1');
  const io = new Server(http);
  const heard: unknown[] = [];
  io.on('connection', (socket) => socket.onAny((_event, request) => heard.push(request)));
  await vi.waitFor(() => expect(http.listening).toBe(true));
  const socket = socketTo(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {});
  onTestFinished(async () => {
    socket.disconnect();
    await io.close();
  });
  socket.connect();
  await vi.waitFor(() => expect(socket.connected).toBe(true));
  return { socket, heard };
}
const request = () => ({ room: randomUUID(), id: randomUUID(), command: post() });

test('P6 a command that nobody answers is given up after a while, and may be tried again under the same id', async () => {
  const { socket, heard } = await silentLine();
  const delivery = openDelivery(() => socket, 50);
  const asked = request();
  expect(await delivery.deliver(asked)).toEqual(unanswered);
  const patient = openDelivery(() => socket);
  const again = patient.deliver(asked);
  await vi.waitFor(() => expect(heard).toEqual([asked, asked]));
  patient.settle(asked.id, { version: 7, events: [] });
  expect(await again).toEqual({ version: 7, events: [] });
});

test('P6 what is under way when the line ends is not waited for, and nothing is kept to be said later', async () => {
  const { socket, heard } = await silentLine();
  const delivery = openDelivery(() => socket);
  const asked = request();
  const answer = delivery.deliver(asked);
  await vi.waitFor(() => expect(heard).toEqual([asked]));
  socket.disconnect();
  delivery.lost();
  expect(await answer).toEqual(unanswered);

  expect(await delivery.deliver(request())).toEqual(offline);
  socket.connect();
  const last = request();
  await vi.waitFor(() => expect(socket.connected).toBe(true));
  void delivery.deliver(last);
  await vi.waitFor(() => expect(heard).toContainEqual(last));
  expect(heard).toEqual([asked, last]);
  delivery.lost();
});
