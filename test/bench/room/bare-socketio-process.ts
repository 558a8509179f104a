// A bare Socket.IO server that stores nothing: no sign-in, no rules, no numbers. What comes in goes out to the room.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { answerAsks, usage } from '../answer-asks.ts';
import type { Answer, Said } from './bare-message.ts';
import { bareWorld } from './bare-world.ts';
import { listenAnywhere } from './listen-anywhere.ts';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
io.on('connection', (socket) => {
  socket.on('enter', async (room: string, answer: Answer) => {
    await socket.join(room);
    answer({ ok: true });
  });
  socket.on('say', (said: Said, answer: Answer) => {
    io.to(said.room).emit('said', { ...said, at: Date.now() });
    answer({ ok: true });
  });
});
const url = await listenAnywhere(http);
answerAsks({ usage, world: (shape: Parameters<typeof bareWorld>[1]) => bareWorld(url, shape) });
