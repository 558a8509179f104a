// A line that enters a room and then reads nothing more, as a phone does that fell asleep: below Socket.IO's client, which
// would always read.
import { once } from 'node:events';
import { PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { openBareLine } from './bare-line.ts';

/** Enters the room and stops reading. `wake` reads again; `ended` resolves when the server has given up the line. */
export async function openSleepyLine(
  address: string,
  { cookie, room }: { cookie: string; room: string },
): Promise<{ wake: () => void; ended: Promise<unknown> }> {
  const { socket, say, heard } = await openBareLine(address, cookie);
  const ended = once(socket, 'close');
  const [connected, entered] = [heard('40'), heard('430')];
  say('40');
  await connected;
  say(`420${JSON.stringify(['enter', { protocol: PROTOCOL, room, after: null, seat: false }])}`);
  await entered;
  socket.pause();
  return { wake: () => socket.resume(), ended };
}
