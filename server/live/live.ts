import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { House } from '../house.ts';
import type { Wire } from '../processes/wire.ts';
import type { DrainLimits } from './backpressure.ts';
import { cutSockets, cutStrangers } from './cut.ts';
import type { HearingLimits } from './fair-hearing.ts';
import { openGateway } from './gateway.ts';
import { checkOrigin, requireSignIn } from './handshake.ts';
import { hear } from './hear.ts';
import { openLines } from './lines.ts';
import { type LookoutTimes, openLookout, standardLookout } from './lookout.ts';
import { messageBytes } from './message-bytes.ts';
import { adoptAll, lookAtAllAlarms, openHall } from './open-hall.ts';
import type { PresenceTimes } from './presence.ts';
import { channel, type LiveServer, tellPeople } from './sockets.ts';

export type Live = Pick<House, 'publish' | 'tellPeople' | 'hint' | 'departed' | 'cut'> & {
  close: () => Promise<void>;
};

/** The largest message a browser may send, in bytes. Source: the trust design, c6. */
const LARGEST_MESSAGE = 64 * 1024;

export type LiveOptions = {
  times?: PresenceTimes | undefined;
  lookout?: LookoutTimes | undefined;
  drain?: DrainLimits | undefined;
  hearing?: HearingLimits | undefined;
  /** The way to the other processes of this house; without it they find out by looking. */
  wire?: Wire | undefined;
  /** Somebody else takes upgrades on this server too, so unknown ones are left alone. */
  shared?: boolean | undefined;
};

/** Puts Socket.IO on the HTTP server: WebSocket only, no recovery of its own, because the log is the recovery. */
export function openLive(http: HttpServer, house: House, options: LiveOptions = {}): Live {
  const io = openSockets(http, house, options);
  const hall = openHall(io, house, options);
  const { presence, alarms, seats, post, tries } = hall;
  const lines = openLines(io, house, options.drain);
  requireSignIn(io, house);
  io.on('connection', openGateway(hall, options.hearing));
  io.on('word', (word) => hear(hall, word));
  const lookout = openLookout(hall, options.lookout ?? standardLookout);

  void adoptAll(hall).then(() => lookAtAllAlarms(hall));

  return {
    publish(frame) {
      // Only to our own sockets: the others read the log themselves.
      lines.tell(channel.room(frame.room), messageBytes('frame', frame));
      // Talk sets no alarm, and is most of what happens.
      if (frame.events.some(({ kind }) => !kind.startsWith('message.'))) alarms.look(frame.room);
    },
    tellPeople(people, news) {
      tellPeople(io, people, news);
      post.unread(people, news);
    },
    hint: post.version,
    departed: (room, members) => cutStrangers(hall, room, members),
    cut(whom) {
      cutSockets(hall, whom);
      post.cut(whom);
    },
    async close() {
      lookout.close();
      lines.close();
      hall.news.close();
      presence.close();
      alarms.close();
      tries.close();
      const left = seats.close();
      // The line, not the visit, is ended: browsers come back by themselves to whoever answers next.
      io.engine.close();
      await left;
      post.close();
      await io.sockets.adapter.close();
    },
  };
}

function openSockets(http: HttpServer, house: House, { wire, shared = false }: LiveOptions): LiveServer {
  return new Server(http, {
    transports: ['websocket'],
    ...(wire ? { adapter: wire.adapter } : {}),
    allowRequest: checkOrigin(house),
    maxHttpBufferSize: LARGEST_MESSAGE,
    perMessageDeflate: false,
    pingInterval: 25_000,
    pingTimeout: 20_000,
    connectTimeout: 10_000,
    serveClient: false,
    destroyUpgrade: !shared,
  });
}
