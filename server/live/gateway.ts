import {
  type Acknowledged,
  type Entered,
  type EnterRequest,
  PROTOCOL,
} from '#app/domain/meeting/protocol.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { enterRoom } from '../rooms/enter-room.ts';
import { answering } from './answer.ts';
import { socketDoors } from './doors.ts';
import { type Hall, leavePlace, takePlace, tellPresence } from './hall.ts';
import { channel, type LiveSocket } from './sockets.ts';

/** How many rooms one socket may be in: every tab has a socket of its own. */
const MOST_ROOMS = 5;

/** Opens the doors of one socket. */
export function welcome(hall: Hall, socket: LiveSocket): void {
  const { house } = hall;
  const { person, rooms } = socket.data;

  socket.on(
    'enter',
    answering(house, 'enter', socketDoors.enter, (request) => enter(hall, socket, request)),
  );
  socket.on(
    'leave',
    answering(house, 'leave', socketDoors.leave, async ({ room }) => {
      await leavePlace(hall, socket, room);
      return { left: true as const };
    }),
  );
  socket.on(
    'command',
    answering(
      house,
      'command',
      socketDoors.command,
      async ({ room, id, command }): Promise<Acknowledged | Refusal> => {
        if (!rooms.has(room)) return refuse('not-found');
        const wait = await house.limits.take('command', person);
        if (wait > 0) return refuse('slow-down', { retryMs: wait });
        return house.rooms.execute({ room, actor: person, id, command });
      },
    ),
  );
  socket.on(
    'typing',
    answering(house, 'typing', socketDoors.typing, async ({ room, on }) => {
      if (!rooms.has(room)) return refuse('not-found');
      hall.typing.set(room, person, on);
      tellPresence(hall, room);
      return { heard: true };
    }),
  );
  socket.on(
    'clock',
    answering(house, 'clock', socketDoors.clock, async () => {
      const received = house.now();
      return { received, sent: house.now() };
    }),
  );
  socket.on('disconnect', () => {
    for (const room of [...rooms.keys()]) void leavePlace(hall, socket, room);
  });
}

async function enter(
  hall: Hall,
  socket: LiveSocket,
  { protocol, room, after, seat }: EnterRequest,
): Promise<Entered | Refusal> {
  const { person, rooms, cuts } = socket.data;
  if (protocol !== PROTOCOL) {
    return refuse('out-of-date', { message: 'Rondo has been renewed. Please reload this page.' });
  }
  if (!rooms.has(room) && rooms.size >= MOST_ROOMS) return refuse('limit-reached');

  // Joining first and reading afterwards leaves no gap: frames that overlap are recognised by their version.
  await socket.join(channel.room(room));
  const entered = await enterRoom(hall.house, person, { room, after });
  // A cut that came while we were reading may be about this very room.
  const allowed = isRefusal(entered) || socket.data.cuts === cuts ? entered : refuse('not-found');
  if (isRefusal(allowed)) {
    await leavePlace(hall, socket, room);
    return allowed;
  }

  const { circle, ...answer } = allowed;
  takePlace(hall, socket, room, { circle, seat });
  tellPresence(hall, room);
  return answer;
}
