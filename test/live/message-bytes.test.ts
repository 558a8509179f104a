// What we write past Socket.IO is what a browser's WebSocket takes for one message of text.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { messageBytes } from '#server/live/message-bytes.ts';

/** `42["x","…"]` is 9 bytes longer than what is in it. */
const AROUND = 9;

test.each([0, 125, 126, 65_535, 65_536, 200_000])(
  'P6 a message of %i bytes is read as it was written',
  async (length) => {
    const words = 'é'.repeat(Math.max(0, Math.floor((length - AROUND) / 2)));
    const padding = 'x'.repeat(Math.max(0, length - AROUND - 2 * words.length));
    const http = createServer();
    const server = new WebSocketServer({ server: http });
    server.on('connection', (_socket, { socket }) => {
      socket.write(messageBytes('x', words + padding));
      socket.write(messageBytes('x', 'after'));
    });
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
    const heard: string[] = [];
    client.on('message', (data) => heard.push(String(data)));
    await expect.poll(() => heard.length).toBe(2);
    expect(heard).toEqual([`42["x","${words}${padding}"]`, '42["x","after"]']);
    client.terminate();
    server.close();
    http.close();
    await once(http, 'close');
  },
);
