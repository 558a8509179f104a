import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import type { House } from '../house.ts';
import { listAttendedRooms } from '../rooms/list-attended-rooms.ts';
import { openAlarms } from '../rooms/open-alarms.ts';
import { cutSockets } from './cut.ts';
import { welcome } from './gateway.ts';
import type { Hall } from './hall.ts';
import { checkOrigin, requireSignIn } from './handshake.ts';
import { openPresence, type PresenceTimes, standardTimes } from './presence.ts';
import { openPresenceNews } from './presence-news.ts';
import { channel, type LiveServer } from './sockets.ts';
import { openTyping } from './typing.ts';

export type Live = Pick<House, 'publish' | 'cut'> & { close: () => Promise<void> };

/** The largest message a browser may send, in bytes. Source: the trust design, c6. */
const LARGEST_MESSAGE = 64 * 1024;

/** `shared`: somebody else takes upgrades on this server too, so unknown ones are left alone. */
export type LiveOptions = { times?: PresenceTimes; shared?: boolean };

/** Puts Socket.IO on the HTTP server: WebSocket only, no recovery of its own, because the log is the recovery. */
export function openLive(http: HttpServer, house: House, options: LiveOptions = {}): Live {
  const lead = house.settings.leadGraceSeconds * 1_000;
  const { times = { ...standardTimes, lead }, shared = false } = options;
  const io: LiveServer = new Server(http, {
    transports: ['websocket'],
    allowRequest: checkOrigin(house),
    maxHttpBufferSize: LARGEST_MESSAGE,
    perMessageDeflate: false,
    pingInterval: 25_000,
    pingTimeout: 20_000,
    connectTimeout: 10_000,
    serveClient: false,
    destroyUpgrade: !shared,
  });
  const presence = openPresence(house, times);
  const news = openPresenceNews((room) => {
    const facts = { room, here: presence.seated(room), typing: typing.in(room) };
    io.to(channel.room(room)).volatile.emit('presence', facts);
  });
  const typing = openTyping(news.changed);
  const alarms = openAlarms(house);
  const hall: Hall = { io, house, presence, typing, alarms, tellPresence: news.changed };
  requireSignIn(io, house);
  io.on('connection', (socket) => welcome(hall, socket));

  listAttendedRooms(house)
    .then((rooms) => Promise.all(rooms.map(presence.adopt)))
    .then(() => alarms.lookAtAll(house.now() + ROOM_OPENS_BEFORE))
    .catch((error: unknown) => house.log.warn({ err: error }, 'who is in the rooms could not be read'));

  return {
    publish(frame) {
      io.to(channel.room(frame.room)).emit('frame', frame);
      // Talk sets no alarm, and is most of what happens.
      if (frame.events.some(({ kind }) => !kind.startsWith('message.'))) alarms.look(frame.room);
    },
    cut: (whom) => cutSockets(hall, whom),
    async close() {
      news.close();
      presence.close();
      alarms.close();
      // The line, not the visit, is ended: browsers come back by themselves to whoever answers next.
      io.engine.close();
    },
  };
}
