// What one would write first: Socket.IO, and one INSERT before each broadcast. Durable; its order is its own affair.
import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { answerAsks, usage } from '../answer-asks.ts';
import type { Answer, Said } from './bare-message.ts';
import { bareWorld } from './bare-world.ts';
import { listenAnywhere } from './listen-anywhere.ts';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
await pool.query(
  'create table if not exists line (number bigserial primary key, room uuid, id uuid unique, author uuid, text text, at timestamptz)',
);
const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
io.on('connection', (socket) => {
  socket.on('enter', async (room: string, answer: Answer) => {
    await socket.join(room);
    answer({ ok: true });
  });
  socket.on('say', async (said: Said, answer: Answer) => {
    const at = Date.now();
    await pool.query({
      name: 'put',
      text: 'insert into line (room, id, author, text, at) values ($1, $2, $3, $4, $5)',
      values: [said.room, said.id, said.author, said.text, new Date(at)],
    });
    io.to(said.room).emit('said', { ...said, at });
    answer({ ok: true });
  });
});
const url = await listenAnywhere(http);
answerAsks({ usage, world: (shape: Parameters<typeof bareWorld>[1]) => bareWorld(url, shape) }, () =>
  pool.end(),
);
