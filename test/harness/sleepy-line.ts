// A line that enters a room and then reads nothing more, as a phone does that fell asleep: below Socket.IO's client, which
// would always read.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { PROTOCOL } from '#app/domain/meeting/protocol.ts';

/** Enters the room and stops reading. `wake` reads again; `ended` resolves when the server has given up the line. */
export async function openSleepyLine(
  address: string,
  { cookie, room }: { cookie: string; room: string },
): Promise<{ wake: () => void; ended: Promise<unknown> }> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie, origin: address },
    perMessageDeflate: false,
  });
  const heard = (start: string) =>
    new Promise<void>((resolve) => {
      socket.on('message', (data) => String(data).startsWith(start) && resolve());
    });
  const [opened, connected, entered] = [heard('0'), heard('40'), heard('430')];
  socket.on('error', () => {});
  const ended = once(socket, 'close');
  await opened;
  socket.send('40');
  await connected;
  socket.send(`420${JSON.stringify(['enter', { protocol: PROTOCOL, room, after: null, seat: false }])}`);
  await entered;
  socket.pause();
  return { wake: () => socket.resume(), ended };
}
