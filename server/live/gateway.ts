import { type Entered, type EnterRequest, PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { enterRoom, mayEnter } from '../rooms/enter-room.ts';
import { markRead } from '../talk/mark-read.ts';
import { answering } from './answer.ts';
import { answeredInFrames, takeCommand } from './command-door.ts';
import { socketDoors } from './doors.ts';
import { type HearingLimits, openFairHearing } from './fair-hearing.ts';
import { type Hall, leavePlace, takePlace } from './hall.ts';
import { openNotesDoors } from './notes-doors.ts';
import { channel, type LiveSocket } from './sockets.ts';

/** How many rooms one socket may be in: every tab has a socket of its own. */
const MOST_ROOMS = 5;

/** The doors of this process; answers how to open them to a socket. */
export function openGateway(hall: Hall, limits?: HearingLimits): (socket: LiveSocket) => void {
  const { house } = hall;
  const heardFairly = openFairHearing(limits);
  const doors = {
    enter: answering(house, 'enter', socketDoors.enter, (socket, request) =>
      inTurn(socket, () => enter(hall, socket, request)),
    ),
    leave: answering(house, 'leave', socketDoors.leave, (socket, { room }) =>
      inTurn(socket, async () => {
        await leavePlace(hall, socket, room);
        return { left: true as const };
      }),
    ),
    command: answering(
      house,
      'command',
      socketDoors.command,
      (socket, request) => takeCommand(house, socket, request),
      (door) => answeredInFrames(heardFairly(door)),
    ),
    read: answering(house, 'read', socketDoors.read, async ({ data }, { room, version }) => {
      const { person, rooms } = data;
      if (!rooms.has(room)) return refuse('not-found');
      const wait = await house.limits.take('read', person);
      return wait > 0 ? refuse('slow-down', { retryMs: wait }) : markRead(house, person, { room, version });
    }),
    typing: answering(house, 'typing', socketDoors.typing, async ({ data }, { room, on }) => {
      const { person, rooms } = data;
      if (!rooms.has(room)) return refuse('not-found');
      hall.typing.set(room, person, on);
      hall.post.typing({ room, person, on });
      return { heard: true };
    }),
    clock: answering(house, 'clock', socketDoors.clock, async () => {
      const received = house.now();
      return { received, sent: house.now() };
    }),
    disconnect(this: LiveSocket) {
      for (const room of [...this.data.rooms.keys()]) void leavePlace(hall, this, room);
    },
  };
  const welcomeToNotes = openNotesDoors(hall);

  return (socket) => {
    socket.on('enter', doors.enter);
    socket.on('leave', doors.leave);
    socket.on('command', doors.command);
    socket.on('read', doors.read);
    socket.on('typing', doors.typing);
    socket.on('clock', doors.clock);
    welcomeToNotes(socket);
    socket.on('disconnect', doors.disconnect);
  };
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
    if (!(await mayEnter(hall.house, data, where.room))) return refuse('not-found');
    if (data.cuts !== cuts) continue;
    await socket.join(channel.room(where.room));
    const entered = await enterRoom(hall.house, data.person, where);
    if (isRefusal(entered) || data.cuts === cuts) return entered;
  }
}
