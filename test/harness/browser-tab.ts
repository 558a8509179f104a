// What the browser's half of a room needs of a browser, for tests that run it in this process over a real socket.

import type { Entered } from '#app/domain/meeting/protocol.ts';
import type { Message } from '#app/domain/talk/talk.ts';
import { openRoomStore, type RoomStore } from '#app/screens/live/room-store.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';
import { enterRoom } from '#server/rooms/enter-room.ts';
import { socketTo } from './line.ts';
import type { LiveServer } from './live-server.ts';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const frame = new EventTarget();
Object.assign(globalThis, {
  document: page,
  addEventListener: frame.addEventListener.bind(frame),
  removeEventListener: frame.removeEventListener.bind(frame),
});

export type Tab = {
  store: RoomStore;
  socket: LiveSocket;
  /** What the tab shows as said, oldest first. */
  said: () => (string | null)[];
  close: () => void;
};

/** A person's tab with the room open, as the loader's page would begin. `wrap` stands between store and network. */
export async function openTab(
  server: Pick<LiveServer, 'house' | 'origin' | 'signIn'>,
  person: string,
  room: string,
  wrap: (socket: LiveSocket) => LiveSocket = (socket) => socket,
): Promise<Tab> {
  const { cookie } = await server.signIn(person);
  const socket = socketTo(server.origin, { cookie });
  const entered = (await enterRoom(server.house(), person, { room, after: null })) as Entered;
  if (!('snapshot' in entered)) throw new Error('There is no such room for this person.');
  const { snapshot: meeting, people, now } = entered;
  const store = openRoomStore({ room, me: person, meeting, people, now, seat: true }, () => wrap(socket));
  const stop = store.start();
  return {
    store,
    socket,
    said: () => store.get().meeting.messages.map(({ text }: Message) => text),
    close() {
      stop();
      socket.disconnect();
    },
  };
}
