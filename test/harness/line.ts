// A member's line to the room, as a browser has it, with everything that comes in kept in order.
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import {
  type Acknowledged,
  type Entered,
  PROTOCOL,
  type Presence,
  type UnreadNews,
} from '#app/domain/meeting/protocol.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';

export type Line = {
  socket: LiveSocket;
  frames: RoomFrame[];
  /** The events of all frames, in the order they came. */
  events: () => LoggedMeetingEvent[];
  presences: Presence[];
  cuts: { room: string | null }[];
  unread: UnreadNews[];
  enter: (
    room: string,
    more?: { after?: number | null; seat?: boolean; protocol?: number },
  ) => Promise<Entered | Refusal>;
  command: (room: string, command: MemberCommand, id?: string) => Promise<Acknowledged | Refusal>;
  /** Sends anything at all to one of the doors. */
  send: (door: string, request: unknown) => Promise<unknown>;
  close: () => void;
};

type LineOptions = { cookie?: string; origin?: string | null; person?: string };

/** A socket that is not connected yet; it comes back by itself as a browser's does. */
export function socketTo(address: string, { cookie, origin = address, person }: LineOptions): LiveSocket {
  return io(address, {
    transports: ['websocket'],
    forceNew: true,
    autoConnect: false,
    ackTimeout: 5_000,
    reconnectionDelay: 250,
    reconnectionDelayMax: 1_500,
    ...(person ? { auth: { person } } : {}),
    extraHeaders: { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) },
  });
}

/** Connects; throws with the server's word when it refuses. */
export async function openLine(address: string, options: LineOptions): Promise<Line> {
  const socket = socketTo(address, options);
  const line: Line = {
    socket,
    frames: [],
    events: () => line.frames.flatMap((frame) => frame.events),
    presences: [],
    cuts: [],
    unread: [],
    enter: (room, { after = null, seat = true, protocol = PROTOCOL } = {}) =>
      socket.emitWithAck('enter', { protocol, room, after, seat }),
    command: (room, command, id = randomUUID()) => socket.emitWithAck('command', { room, id, command }),
    send: (door, request) => socket.emitWithAck(door as 'enter', request as never),
    close: () => socket.disconnect(),
  };
  socket.on('frame', (frame) => line.frames.push(frame));
  socket.on('presence', (presence) => line.presences.push(presence));
  socket.on('unread', (news) => line.unread.push(news));
  socket.on('cut', (cut) => line.cuts.push(cut));
  await connected(socket);
  return line;
}

async function connected(socket: LiveSocket): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
    socket.connect();
  });
}
