import { NOTE_PIECE } from '#app/domain/notes/limits.ts';
import type { NotesWritten } from '#app/domain/notes/wire.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import type { LiveSocket } from '../live/socket.ts';

/** Sends one update in as many pieces as it takes; the last one's answer is the answer. Throws when there is none. */
export async function sendUpdate(
  socket: LiveSocket,
  room: string,
  update: Uint8Array,
): Promise<NotesWritten | Refusal> {
  const pieces = Math.max(1, Math.ceil(update.length / NOTE_PIECE));
  let answer: NotesWritten | Refusal = { seq: 0 };
  for (let piece = 0; piece < pieces && !isRefusal(answer); piece += 1) {
    // Bytes of their own: only these are sent, whatever they were a part of.
    const part = update.slice(piece * NOTE_PIECE, (piece + 1) * NOTE_PIECE);
    answer = await socket.emitWithAck('notes.update', { room, piece, pieces, update: part });
  }
  return answer;
}
