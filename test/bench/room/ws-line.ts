import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Heard } from './bare-message.ts';
import { type LineWanted, type LoadLine, noFaults } from './load-line.ts';

type FromServer = { answer: number } | { said: Heard };

/** A line to the bare `ws` server. */
export function wsLine({ url, room, place, heard }: LineWanted): LoadLine {
  const waiting = new Map<number, () => void>();
  let socket: WebSocket;
  let number = 0;

  function take(data: unknown): void {
    const message = JSON.parse(String(data)) as FromServer;
    if ('said' in message) {
      heard(message.said.text);
    } else {
      waiting.get(message.answer)?.();
      waiting.delete(message.answer);
    }
  }
  function send(what: object, done: () => void): void {
    number += 1;
    waiting.set(number, done);
    socket.send(JSON.stringify({ number, ...what }));
  }

  const line: LoadLine = {
    async open() {
      socket = new WebSocket(url, { perMessageDeflate: false });
      socket.on('message', take);
      await once(socket, 'open');
      await new Promise<void>((done) => send({ enter: room }, done));
    },
    say(text, done) {
      const said = { room, id: randomUUID(), author: place.person, text };
      send({ say: said }, () => done({ version: 0 }));
    },
    reopen: () => line.open(),
    faults: () => noFaults,
    newest: () => 0,
    close: () => socket.close(),
  };
  return line;
}
