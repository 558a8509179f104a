import type { NotesOpened, NotesWritten, NoteUpdateRequest } from '#app/domain/notes/wire.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import type { House } from '../house.ts';
import { mayEnter } from '../rooms/enter-room.ts';
import { answering } from './answer.ts';
import { socketDoors } from './doors.ts';
import type { Hall } from './hall.ts';
import type { LiveSocket } from './sockets.ts';

/** The doors of this process to the notes of rooms; answers how to open them to a socket. */
export function openNotesDoors(hall: Hall): (socket: LiveSocket) => void {
  const { house, notes } = hall;
  const doors = {
    'notes.open': answering(house, 'notes.open', socketDoors['notes.open'], (socket, { room, vector }) =>
      open(hall, socket, room, vector),
    ),
    'notes.update': answering(house, 'notes.update', socketDoors['notes.update'], (socket, request) =>
      takeIn(hall, socket, request),
    ),
    'notes.aware': answering(
      house,
      'notes.aware',
      socketDoors['notes.aware'],
      async (socket, { room, client, cursor }) => {
        const { person } = socket.data;
        const seat = notes.of(socket, room);
        if (!seat) return refuse('not-found');
        const wait = await house.limits.take('notes-aware', person);
        if (wait > 0) return refuse('slow-down', { retryMs: wait });
        seat.client = client;
        notes.point(socket, { room, person, client, cursor });
        return { heard: true };
      },
    ),
    'notes.close': answering(house, 'notes.close', socketDoors['notes.close'], async (socket, { room }) => {
      if (!socket.data.rooms.has(room)) return refuse('not-found');
      await notes.rise(socket, room);
      return { left: true as const };
    }),
  };

  return (socket) => {
    socket.on('notes.open', doors['notes.open']);
    socket.on('notes.update', doors['notes.update']);
    socket.on('notes.aware', doors['notes.aware']);
    socket.on('notes.close', doors['notes.close']);
  };
}

/**
 * Joins first and reads afterwards, so that nothing falls in between. Who is cut meanwhile has lost the room, and gets
 * nothing.
 */
async function open(
  { house, notes }: Hall,
  socket: LiveSocket,
  room: string,
  vector: Uint8Array,
): Promise<NotesOpened | Refusal> {
  const { rooms, person } = socket.data;
  if (!rooms.has(room)) return refuse('not-found');
  const wait = await house.limits.take('read', person);
  if (wait > 0) return refuse('slow-down', { retryMs: wait });

  // As on entering: another process may have taken the right away a moment ago.
  const { cuts } = socket.data;
  if (!(await mayEnter(house, socket.data, room)) || !rooms.has(room)) return refuse('not-found');
  await notes.sit(socket, room);
  const opened = await house.notes.open(room, vector);
  const isStillIn = rooms.has(room) && socket.data.cuts === cuts;
  if (!isStillIn || isRefusal(opened)) await notes.rise(socket, room);
  return isStillIn ? opened : refuse('not-found');
}

/** Pieces are kept until the last one makes them an update. A piece that does not follow begins nothing. */
async function takeIn(
  { house, notes }: Hall,
  socket: LiveSocket,
  { room, piece, pieces, update }: NoteUpdateRequest,
): Promise<NotesWritten | Refusal> {
  const { person } = socket.data;
  const seat = notes.of(socket, room);
  if (!seat) return refuse('not-found');
  const { limits } = house;
  const wait =
    (await limits.take('notes', person)) || (await limits.take('notes-bytes', person, update.length));
  if (wait > 0) {
    seat.pieces = [];
    return refuse('slow-down', { retryMs: wait });
  }

  if (piece === 0) seat.pieces = [];
  if (seat.pieces.length !== piece || piece >= pieces) return refuse('bad-input', { field: 'piece' });
  seat.pieces.push(update);
  if (piece < pieces - 1) return { seq: 0 };
  const whole = Buffer.concat(seat.pieces);
  seat.pieces = [];
  return writeWhole(house, { room, person, whole });
}

/** What cannot be written is dear to find out: whoever sends such updates again and again has to wait. */
async function writeWhole(
  { limits, notes }: House,
  { room, person, whole }: { room: string; person: string; whole: Uint8Array },
): Promise<NotesWritten | Refusal> {
  const wait = await limits.take('notes-bad', person);
  if (wait > 0) return refuse('slow-down', { retryMs: wait });
  const answer = await notes.write(room, person, whole);
  const isBad = isRefusal(answer) && (answer.refused === 'bad-input' || answer.refused === 'out-of-date');
  if (!isBad) await limits.giveBack('notes-bad', person);
  return answer;
}
