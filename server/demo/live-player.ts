import { io, type Socket } from 'socket.io-client';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import {
  type ClientToServer,
  type Entered,
  PROTOCOL,
  type ServerToClient,
} from '#app/domain/meeting/protocol.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { cookieName } from '../auth/cookie.ts';

/** A member of the demonstration who sits in a room through a real socket. */
export type LivePlayer = {
  person: string;
  send: (command: MemberCommand) => Promise<unknown>;
  leave: () => void;
};

type Seat = { origin: string; token: string; person: string; room: string };

/** Connects as a browser would, with the cookie of a sign-in, and takes a seat. */
export async function takeSeat({ origin, token, person, room }: Seat): Promise<LivePlayer> {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    ackTimeout: 10_000,
    extraHeaders: { Cookie: `${cookieName(origin)}=${token}`, Origin: origin },
  });
  const enter = () => socket.emitWithAck('enter', { protocol: PROTOCOL, room, after: null, seat: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const entered: Entered | Refusal = await enter();
  if (isRefusal(entered)) throw new Error(entered.message);
  // After a break the seat is taken again, as any page does.
  socket.io.on('reconnect', () => void enter().catch(() => {}));

  return {
    person,
    send: (command) => socket.emitWithAck('command', { room, id: crypto.randomUUID(), command }),
    leave: () => socket.disconnect(),
  };
}
