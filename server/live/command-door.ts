import type { Acknowledged, CommandRequest } from '#app/domain/meeting/protocol.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import type { House } from '../house.ts';
import { idSchema } from '../rooms/command-schema.ts';
import type { Done } from '../rooms/room-states.ts';
import type { Door } from './answer.ts';
import { channel, type LiveSocket } from './sockets.ts';

/**
 * The same door of commands, answered as its callers wish. Whoever asks for an acknowledgement gets one. Browsers ask for
 * none: the frame with what a command has done is its answer, and saves a message for each line; what no frame says is
 * said to the sender alone (P6).
 */
export function answeredInFrames(door: Door): Door {
  return function (this: LiveSocket, request, acknowledge) {
    door.call(this, request, (said: Done | Refusal) => {
      if (typeof acknowledge === 'function') acknowledge(onTheWire(said));
      else if (!hasHeard(said)) this.emit('answer', { ...askedWith(request), answer: onTheWire(said) });
    });
  };
}

/** Does what somebody in a room asks for. */
export async function takeCommand(
  house: House,
  socket: LiveSocket,
  { room, id, command }: CommandRequest,
): Promise<Done | Refusal> {
  const { person, rooms } = socket.data;
  // As it comes: who leaves right after saying something has said it.
  const isHere = rooms.has(room);
  const wait = await house.limits.take('command', person);
  if (wait > 0) return refuse('slow-down', { retryMs: wait });
  const ask = { room, actor: person, id, command };
  // Who was just cut may have said it before, and not have heard what came of it.
  if (!isHere) return (await house.rooms.answerBefore(ask)) ?? refuse('not-found');
  const done = await house.rooms.execute(ask);
  // Who has left the room in the meantime has heard no frame.
  return isRefusal(done) || socket.rooms.has(channel.room(room)) ? done : { ...done, told: false };
}

const hasHeard = (said: Done | Refusal) => !isRefusal(said) && said.told;

function onTheWire(said: Done | Refusal): Acknowledged | Refusal {
  return isRefusal(said) ? said : { version: said.version, events: said.events };
}

/** Where and under which id something was asked, however wrong the rest of it was. */
function askedWith(request: unknown): { room: string | null; id: string | null } {
  const asked = { ...(request as { room?: unknown; id?: unknown } | null) };
  return { room: idSchema.safeParse(asked.room).data ?? null, id: idSchema.safeParse(asked.id).data ?? null };
}
