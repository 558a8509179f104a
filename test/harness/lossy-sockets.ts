// Sockets that lose something on the way, to stand between a tab and the network.
import type { Refusal } from '#app/domain/refusal.ts';
import type { LiveSocket } from '#app/screens/live/socket.ts';

/** Hears neither the frame nor the answer of its first command. `sent`: the ids that went out. */
export function deaf(socket: LiveSocket, sent: string[]): LiveSocket {
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'emitWithAck') return typeof value === 'function' ? value.bind(target) : value;
      return async (event: string, request: { id: string }) => {
        if (event !== 'command') return target.emitWithAck(event as 'clock', request as never);
        sent.push(request.id);
        if (sent.length > 1) return target.emitWithAck('command', request as never);
        const listeners = target.listeners('frame');
        target.off('frame');
        await target.emitWithAck('command', request as never);
        for (const listener of listeners) target.on('frame', listener);
        throw new Error('The answer was lost.');
      };
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

/** Answers commands itself, unless `answer` leaves them to the server. */
export function answeringCommands(socket: LiveSocket, answer: () => Refusal | null): LiveSocket {
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'emitWithAck') return typeof value === 'function' ? value.bind(target) : value;
      return async (event: string, request: unknown) =>
        (event === 'command' ? answer() : null) ?? target.emitWithAck(event as 'clock', request as never);
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

/** Loses every third frame. `holes`: the versions those began with. */
export function patchy(socket: LiveSocket, holes: number[]): LiveSocket {
  let count = 0;
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'on') return typeof value === 'function' ? value.bind(target) : value;
      return (event: string, listener: (message: unknown) => void) => {
        if (event !== 'frame') return target.on(event as 'frame', listener as never);
        return target.on('frame', (message) => {
          count += 1;
          if (count % 3 === 0) holes.push(message.from);
          else listener(message);
        });
      };
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}
