// A bare `ws` server that stores nothing: JSON in, one string out to everyone in the room.
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { answerAsks, usage } from '../answer-asks.ts';
import type { Said } from './bare-message.ts';
import { bareWorld } from './bare-world.ts';
import { listenAnywhere } from './listen-anywhere.ts';

type FromClient = { number: number } & ({ enter: string } | { say: Said });

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
const rooms = new Map<string, Set<WebSocket>>();
server.on('connection', (socket) => {
  let mine: string | undefined;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as FromClient;
    if ('enter' in message) {
      mine = message.enter;
      rooms.set(mine, (rooms.get(mine) ?? new Set()).add(socket));
    } else {
      const said = JSON.stringify({ said: { ...message.say, at: Date.now() } });
      for (const reader of rooms.get(message.say.room) ?? []) reader.send(said);
    }
    socket.send(`{"answer":${message.number}}`);
  });
  socket.on('close', () => mine && rooms.get(mine)?.delete(socket));
});
const url = await listenAnywhere(http);
answerAsks({ usage, world: (shape: Parameters<typeof bareWorld>[1]) => bareWorld(url, shape) });
