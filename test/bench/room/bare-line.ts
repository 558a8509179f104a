import { randomUUID } from 'node:crypto';
import type { Heard } from './bare-message.ts';
import { type LineWanted, type LoadLine, noFaults } from './load-line.ts';
import { clientOf, connected } from './socketio-client.ts';

/** A line to one of the baselines that speak Socket.IO. */
export function bareLine({ url, room, place, heard }: LineWanted): LoadLine {
  const socket = clientOf(url);
  socket.on('said', (said: Heard) => heard(said.text));
  const line: LoadLine = {
    async open() {
      await connected(socket);
      await socket.emitWithAck('enter', room);
    },
    say(text, done) {
      const said = { room, id: randomUUID(), author: place.person, text };
      socket.emit('say', said, () => done({ version: 0 }));
    },
    reopen: () => line.open(),
    faults: () => noFaults,
    newest: () => 0,
    close: () => socket.disconnect(),
  };
  return line;
}
