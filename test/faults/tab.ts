// One loading of a room's page by one person: the browser's own half of the protocol over a line that may break, with a
// note of everything that goes out, comes in and is shown.
import { setMaxListeners } from 'node:events';
import { io } from 'socket.io-client';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import type { CommandAnswer, CommandRequest, RoomPerson } from '#app/domain/meeting/protocol.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { carriesWords } from '#app/screens/live/room-state.ts';
import { openRoomStore, type RoomStore } from '#app/screens/live/room-store.ts';
import { type LiveSocket, lineOptions } from '#app/screens/live/socket.ts';
import type { History } from './history.ts';
import { type NoteTab, openNoteTab } from './note-tab.ts';

// Every tab of every run listens here.
setMaxListeners(0);
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const frame = new EventTarget();
Object.assign(globalThis, {
  document: page,
  addEventListener: frame.addEventListener.bind(frame),
  removeEventListener: frame.removeEventListener.bind(frame),
});

export type Seat = {
  /** Where the line begins: the port of the tab's gate. */
  port: number;
  room: string;
  person: string;
  people: RoomPerson[];
  cookie: string;
  origin: string;
  /** What the history calls this loading of the page. */
  name: string;
  /** Whether the notes are open on it. */
  notes: boolean;
};

export type Tab = {
  name: string;
  store: RoomStore;
  notes: NoteTab | null;
  /** Sends what this person does, and notes it. */
  act: (command: MemberCommand) => void;
  /** Notes what is shown and what is left, for the checker. */
  noteEnd: () => Promise<void>;
  /** The page is gone from one moment to the next; what was written is in the browser's storage. */
  vanish: () => Promise<void>;
};

/** Opens the page, which came with the meeting as its loader found it. */
export function openTab(seat: Seat, meeting: MeetingState, history: History): Tab {
  const { name, person, room } = seat;
  const line = watched(lineOf(seat), seat, history);
  const start = { room, me: person, meeting, people: seat.people };
  const store = openRoomStore({ ...start, now: Date.now(), seat: true }, () => line);
  const notes = seat.notes ? openNoteTab(seat, line, store, history) : null;
  const storing = new Set<Promise<unknown>>();
  let shown = meeting.version;
  const forget = store.subscribe(() => {
    const { version } = store.get().meeting;
    if (version === shown) return;
    shown = version;
    history.note({ do: 'show', tab: name, version });
  });
  const stop = store.start();

  function act(command: MemberCommand): void {
    const sent = store.send(command);
    if (!carriesWords(command)) return;
    const id = store.get().pending.find((one) => one.command === command)?.id;
    if (!id) throw new Error('What was written is not on the screen.');
    history.note({ do: 'write', tab: name, person, id });
    const kept = sent.then(() => history.note({ do: 'kept', tab: name, person, id }));
    storing.add(kept);
    void kept.finally(() => storing.delete(kept));
  }

  return {
    name,
    store,
    notes,
    act,
    async noteEnd() {
      const { connection, meeting, pending } = store.get();
      const left = pending.map(({ id, progress }) => ({ id, progress }));
      history.note({ do: 'end', tab: name, person, connection, left, state: meeting });
      await notes?.noteEnd();
    },
    async vanish() {
      await Promise.all([...storing, notes?.kept()]);
      history.note({ do: 'gone', tab: name, person });
      line.disconnect();
      notes?.stop();
      stop();
      forget();
    },
  };
}

/** The tab's socket, with what a browser adds by itself. */
function lineOf({ port, cookie, origin }: Seat): LiveSocket {
  return io(`http://127.0.0.1:${port}`, {
    ...lineOptions,
    forceNew: true,
    extraHeaders: { cookie, origin },
  });
}

/** Notes every command with its answer, and every event that comes in. */
function watched(line: LiveSocket, { name, person }: Seat, history: History): LiveSocket {
  const underWay = new Set<string>();
  function see(events: readonly LoggedMeetingEvent[]): void {
    history.note({ do: 'see', tab: name, person, events });
    for (const { command: id, version } of events)
      if (id && underWay.delete(id)) history.note({ do: 'ack', tab: name, id, version });
  }
  line.on('frame', ({ events }: RoomFrame) => see(events));
  line.on('answer', ({ id, answer }: CommandAnswer) => {
    if (!id || !underWay.delete(id)) return;
    if (isRefusal(answer)) history.note({ do: 'refuse', tab: name, id, code: answer.refused });
    else history.note({ do: 'ack', tab: name, id, version: answer.version });
  });
  const say = line.emit.bind(line) as (event: string, ...rest: unknown[]) => LiveSocket;
  const ask = line.emitWithAck.bind(line) as (event: string, request: unknown) => Promise<unknown>;

  async function enter(request: unknown): Promise<unknown> {
    const answer = (await ask('enter', request)) as { events?: LoggedMeetingEvent[]; version?: number };
    if (answer.events) see(answer.events);
    if (answer.version !== undefined)
      history.note({ do: 'entered', tab: name, person, version: answer.version });
    return answer;
  }

  return Object.assign(line, {
    emit(event: string, ...rest: unknown[]) {
      if (event === 'command') {
        const { id, command } = rest[0] as CommandRequest;
        underWay.add(id);
        history.note({ do: 'send', tab: name, person, id, command });
      }
      return say(event, ...rest);
    },
    emitWithAck: (event: string, request: unknown) =>
      event === 'enter' ? enter(request) : ask(event, request),
  });
}
