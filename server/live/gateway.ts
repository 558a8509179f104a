import {
  type Acknowledged,
  type CommandRequest,
  type Entered,
  type EnterRequest,
  PROTOCOL,
} from '#app/domain/meeting/protocol.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { enterRoom, mayEnter } from '../rooms/enter-room.ts';
import { markRead } from '../talk/mark-read.ts';
import { answering } from './answer.ts';
import { socketDoors } from './doors.ts';
import { type Hall, leavePlace, takePlace } from './hall.ts';
import { welcomeToNotes } from './notes-doors.ts';
import { channel, type LiveSocket } from './sockets.ts';
import { whileUnderWay } from './under-way.ts';

/** How many rooms one socket may be in: every tab has a socket of its own. */
const MOST_ROOMS = 5;

/** Opens the doors of one socket. */
export function welcome(hall: Hall, socket: LiveSocket): void {
  const { house } = hall;
  const { person, rooms } = socket.data;

  socket.on(
    'enter',
    answering(house, 'enter', socketDoors.enter, (request) =>
      inTurn(socket, () => enter(hall, socket, request)),
    ),
  );
  socket.on(
    'leave',
    answering(house, 'leave', socketDoors.leave, ({ room }) =>
      inTurn(socket, async () => {
        await leavePlace(hall, socket, room);
        return { left: true as const };
      }),
    ),
  );
  socket.on(
    'command',
    answering(
      house,
      'command',
      socketDoors.command,
      whileUnderWay(
        socket,
        async ({ room, id, command }: CommandRequest): Promise<Acknowledged | Refusal> => {
          if (!rooms.has(room)) return refuse('not-found');
          const wait = await house.limits.take('command', person);
          if (wait > 0) return refuse('slow-down', { retryMs: wait });
          return house.rooms.execute({ room, actor: person, id, command });
        },
      ),
    ),
  );
  socket.on(
    'read',
    answering(house, 'read', socketDoors.read, async ({ room, version }) => {
      if (!rooms.has(room)) return refuse('not-found');
      const wait = await house.limits.take('read', person);
      return wait > 0 ? refuse('slow-down', { retryMs: wait }) : markRead(house, person, { room, version });
    }),
  );
  socket.on(
    'typing',
    answering(house, 'typing', socketDoors.typing, async ({ room, on }) => {
      if (!rooms.has(room)) return refuse('not-found');
      hall.typing.set(room, person, on);
      hall.post.typing({ room, person, on });
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
  welcomeToNotes(hall, socket);
  socket.on('disconnect', () => {
    for (const room of [...rooms.keys()]) void leavePlace(hall, socket, room);
  });
}

/** After everything this socket asked for before. */
function inTurn<Answer>(socket: LiveSocket, task: () => Promise<Answer>): Promise<Answer> {
  const mine = socket.data.turn.then(task, task);
  socket.data.turn = mine;
  return mine;
}

async function enter(
  hall: Hall,
  socket: LiveSocket,
  { protocol, room, after, seat }: EnterRequest,
): Promise<Entered | Refusal> {
  const { person, rooms } = socket.data;
  if (protocol !== PROTOCOL) {
    return refuse('out-of-date', { message: 'Rondo has been renewed. Please reload this page.' });
  }
  if (!rooms.has(room) && rooms.size >= MOST_ROOMS) return refuse('limit-reached');
  const wait = await hall.house.limits.take('read', person);
  if (wait > 0) return refuse('slow-down', { retryMs: wait });

  const entered = await joinAndRead(hall, socket, { room, after });
  // Nobody sits where the line is gone.
  if (isRefusal(entered) || !socket.connected) {
    await leavePlace(hall, socket, room);
    return isRefusal(entered) ? entered : refuse('not-found');
  }
  const { circle, ...answer } = entered;
  takePlace(hall, socket, room, { circle, seat });
  return answer;
}

/**
 * Only those who may are joined, or they would hear what is said while we look. Joining first and reading afterwards
 * leaves no gap: frames that overlap are recognised by their version. What was found out before a cut may rest on a
 * right that is gone, so then it is found out again.
 */
async function joinAndRead(hall: Hall, socket: LiveSocket, where: { room: string; after: number | null }) {
  const { data } = socket;
  for (;;) {
    const { cuts } = data;
    if (!(await mayEnter(hall.house, data.person, where.room))) return refuse('not-found');
    if (data.cuts !== cuts) continue;
    await socket.join(channel.room(where.room));
    const entered = await enterRoom(hall.house, data.person, where);
    if (isRefusal(entered) || data.cuts === cuts) return entered;
  }
}
