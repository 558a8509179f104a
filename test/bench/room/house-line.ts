import { randomUUID } from 'node:crypto';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import { type CommandAnswer, type Entered, PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import type { LineWanted, LoadLine, Said } from './load-line.ts';
import { clientOf, connected } from './socketio-client.ts';
import { openVersionCheck } from './version-check.ts';

/** A member's line to our server, which checks the number of everything that comes. */
export function houseLine({ url, room, place, heard }: LineWanted): LoadLine {
  const socket = clientOf(url, place.cookie);
  const check = openVersionCheck();
  /** What is said and not answered yet: the frame with its event is the answer, as it is for a browser. */
  const underWay = new Map<string, (said: Said) => void>();
  /** Frames that come before the answer to entering, which may hold the same events. */
  let early: LoggedMeetingEvent[] | null = null;
  socket.on('answer', ({ id, answer }: CommandAnswer) =>
    answered(id, isRefusal(answer) ? { refused: answer.refused } : { version: answer.version }),
  );
  socket.on('frame', ({ events }: RoomFrame) => (early ? early.push(...events) : take(events)));

  function answered(id: string | null, said: Said): void {
    const done = id && underWay.get(id);
    if (!done) return;
    underWay.delete(id);
    done(said);
  }
  function take(events: readonly LoggedMeetingEvent[]): void {
    for (const event of events) {
      if (underWay.size > 0) answered(event.command, { version: event.version });
      const isNew = check.take(event.version);
      if (isNew && event.kind === 'message.posted') heard(event.text ?? '');
    }
  }
  async function open(after: number | null): Promise<void> {
    early = [];
    await connected(socket);
    const request = { protocol: PROTOCOL, room, after, seat: true };
    const answer: Entered | Refusal = await socket.emitWithAck('enter', request);
    if (isRefusal(answer)) throw new Error(`${answer.refused}: ${answer.message}`);
    check.startAt('snapshot' in answer ? answer.version : (after ?? 0));
    if ('events' in answer) take(answer.events);
    const held = early.filter(({ version }) => version > check.newest());
    early = null;
    take(held);
  }

  return {
    open: () => open(null),
    reopen: () => open(check.newest()),
    say(text, done) {
      const command = { kind: 'message.post', message: randomUUID(), text };
      const id = randomUUID();
      underWay.set(id, done);
      socket.emit('command', { room, id, command });
    },
    faults: check.faults,
    newest: check.newest,
    close: () => socket.disconnect(),
  };
}
