// Sockets that lose something on the way, to stand between a tab and the network.
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import type { CommandRequest } from '#app/domain/meeting/protocol.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';

/** Hears of its first command nothing but that it went wrong, although it did not. `sent`: the ids that went out. */
export function deaf(socket: LiveSocket, sent: string[]): LiveSocket {
  return speaking(socket, (request) => {
    sent.push(request.id);
    if (sent.length > 1) return false;
    const listeners = socket.listeners('frame');
    socket.off('frame');
    void socket.emitWithAck('command', request).then(() => {
      for (const listener of listeners) socket.on('frame', listener);
      answer(socket, request, refuse('broken'));
    });
    return true;
  });
}

/** Answers commands itself, unless `refusal` leaves them to the server. */
export function answeringCommands(socket: LiveSocket, refusal: () => Refusal | null): LiveSocket {
  return speaking(socket, (request) => {
    const refused = refusal();
    if (refused) answer(socket, request, refused);
    return refused !== null;
  });
}

/** Loses every command, as where the line ends before the server has done it. `sent`: what went out, for who does it. */
export function withoutCommands(socket: LiveSocket, sent: CommandRequest[]): LiveSocket {
  return speaking(socket, (request) => sent.push(request) > 0);
}

function answer(socket: LiveSocket, { room, id }: CommandRequest, refusal: Refusal): void {
  for (const listener of socket.listeners('answer')) listener({ room, id, answer: refusal });
}

/** `caught`: takes a command and says so, or lets it pass. */
function speaking(socket: LiveSocket, caught: (request: CommandRequest) => boolean): LiveSocket {
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'emit') return typeof value === 'function' ? value.bind(target) : value;
      return (event: string, request: unknown) =>
        event === 'command' && caught(request as CommandRequest)
          ? target
          : target.emit(event as 'typing', request as never);
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

/** Hears frames only from when `arrived` resolves. */
export function late(socket: LiveSocket, arrived: Promise<void>): LiveSocket {
  return hearing(socket, (frame, listener) => void arrived.then(() => listener(frame)));
}

/** Loses every third frame. `holes`: the versions those began with. */
export function patchy(socket: LiveSocket, holes: number[]): LiveSocket {
  let count = 0;
  return hearing(socket, (message, listener) => {
    count += 1;
    if (count % 3 === 0) holes.push(message.from);
    else listener(message);
  });
}

/** Loses every `answer`, as where the line ends behind each frame. */
export function withoutAnswers(socket: LiveSocket): LiveSocket {
  return hearing(socket, () => {}, 'answer');
}

type Heard = (frame: RoomFrame) => void;

/** `hear`: does with a frame, or whatever is `wanted`, and its listener what it wants. */
function hearing(
  socket: LiveSocket,
  hear: (frame: RoomFrame, listener: Heard) => void,
  wanted = 'frame',
): LiveSocket {
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'on') return typeof value === 'function' ? value.bind(target) : value;
      return (event: string, listener: Heard) => {
        if (event !== wanted) return target.on(event as 'frame', listener);
        return target.on(wanted as 'frame', (frame) => hear(frame, listener));
      };
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}
