import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { Acknowledged, CommandRequest } from '#app/domain/meeting/protocol.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { type LiveSocket, lineOptions } from './socket.ts';

type Settle = (answer: Acknowledged | Refusal) => void;

/** What is said where there is no line: nothing was sent. */
export const offline = refuse('busy', { message: 'You are offline right now. Try again when you are back.' });

/** What is said where no answer came: it may have arrived, and it may not. */
export const unanswered = refuse('busy', {
  message: 'No answer came, so it may have happened or not. Have a look before you try again.',
});

/**
 * Commands under way on one line, by their id. What answers a command is the first of: an event of it that was applied, an
 * `answer` of the server for its sender alone, the end of the line, `silence` ms without a word (P6).
 */
export function openDelivery(socket: () => LiveSocket, silence = lineOptions.ackTimeout) {
  const underWay = new Map<string, Settle>();

  function settle(id: string, answer: Acknowledged | Refusal): void {
    underWay.get(id)?.(answer);
  }

  return {
    settle,
    deliver(request: CommandRequest): Promise<Acknowledged | Refusal> {
      const line = socket();
      // Socket.IO would keep it and say it later, before the room is entered again.
      if (!line.connected) return Promise.resolve(offline);
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(request.id, unanswered), silence);
        underWay.set(request.id, (answer) => {
          clearTimeout(timer);
          underWay.delete(request.id);
          resolve(answer);
        });
        line.emit('command', request);
      });
    },
    /** Events that have been applied. */
    heard(events: readonly LoggedMeetingEvent[]): void {
      for (const { command, version } of events) if (command) settle(command, { version, events: [] });
    },
    /** The line is gone: what was under way may or may not have arrived. */
    lost(): void {
      for (const give of [...underWay.values()]) give(unanswered);
    },
  };
}
