import type { IncomingMessage } from 'node:http';
import { recognise } from '../auth/recognise.ts';
import type { House } from '../house.ts';
import { ownOrigins } from '../http/own-origins.ts';
import type { LiveServer, LiveSocket } from './sockets.ts';
import { channel } from './sockets.ts';

/** How many lines one person has at most on this process: each of their tabs has one, and each costs memory. */
const MOST_LINES = 100;

/** Refuses a handshake from another site: a browser always names its Origin, and it must be ours. */
export function checkOrigin(house: House) {
  const origins = new Set(ownOrigins(house.settings));
  return (request: IncomingMessage, decide: (error: string | null, success: boolean) => void) => {
    const { origin } = request.headers;
    decide(null, origin !== undefined && origins.has(origin));
  };
}

/**
 * Reads the same cookie as every page does; without a sign-in there is no socket. Who comes in again on a line before that
 * is done loses the line: Socket.IO would make another socket each time, of which only the last one is ever heard.
 */
export function requireSignIn(io: LiveServer, house: House): void {
  const comingIn = new WeakSet<LiveSocket['conn']>();

  io.use(async (socket, next) => {
    if (comingIn.has(socket.conn)) {
      socket.conn.close();
      return next(new Error('broken'));
    }
    comingIn.add(socket.conn);
    try {
      const { asker } = await recognise(house, socket.handshake.headers.cookie);
      if (!asker || !isMeant(socket.handshake.auth, asker.id)) return next(new Error('signed-out'));
      const lines = io.sockets.adapter.rooms.get(channel.person(asker.id))?.size ?? 0;
      if (lines >= MOST_LINES) return next(new Error('limit-reached'));
      socket.data.person = asker.id;
      socket.data.session = asker.sessionId;
      socket.data.rooms = new Map();
      socket.data.cuts = 0;
      socket.data.turn = Promise.resolve();
      await socket.join([channel.person(asker.id), channel.session(asker.sessionId)]);
      next();
    } catch (error) {
      house.log.error({ err: error }, 'a handshake failed');
      next(new Error('broken'));
    } finally {
      comingIn.delete(socket.conn);
    }
  });
}

/**
 * A page says whose it is. Somebody else may have signed in in the same browser since: what the one has written must
 * not go out under the other's name.
 */
function isMeant({ person }: Record<string, unknown>, asker: string): boolean {
  return person === undefined || person === asker;
}
