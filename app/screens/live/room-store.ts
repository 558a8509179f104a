import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import type { Entered, Presence, UnreadNews } from '#app/domain/meeting/protocol.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { follow } from '#app/domain/meeting/sync.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { openEntrance } from './entrance.ts';
import { keepLine } from './keep-line.ts';
import type { Connection, RoomState } from './room-state.ts';
import { openSender } from './sender.ts';
import { type LiveSocket, liveSocket } from './socket.ts';
import { openServerClock, tabNow } from './steady-clock.ts';

export type RoomStart = Pick<RoomState, 'room' | 'me' | 'meeting' | 'people'> & {
  now: number;
  seat: boolean;
};

/** One room in one tab: follows the log, sends what its person does, tells React what changed. */
export type RoomStore = {
  subscribe: (listener: () => void) => () => void;
  get: () => RoomState;
  /** Sends a command; words wait for the network, everything else is answered at once. */
  send: (command: MemberCommand) => Promise<Refusal | null>;
  /** Drops a kept line that its author has copied or does not want any more. */
  discard: (id: string) => void;
  /** Sends a kept line once more. */
  retry: (id: string) => void;
  typing: (on: boolean) => void;
  /** Tells that the talk has been read up to a version, on all of this person's devices. */
  read: (version: number) => void;
  /** Takes in what a loader has read since, unless the socket was faster: forms work where sockets are blocked. */
  refresh: (meeting: MeetingState, people: RoomState['people']) => void;
  /** Connects; returns what undoes it. */
  start: () => () => void;
};

/** Connections after which nothing is tried any more until the page is loaded anew. */
const final = new Set<Connection>(['cut', 'renewed']);

/** `socket` is the tab's own unless a test brings another. */
export function openRoomStore(
  { now, seat, ...start }: RoomStart,
  socket: () => LiveSocket = liveSocket,
): RoomStore {
  const listeners = new Set<() => void>();
  let state: RoomState = {
    ...start,
    ...{ connection: 'connecting', here: [], typing: [], pending: [] },
    offset: now - tabNow(),
  };

  function set(changes: Partial<RoomState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }
  /** Between start and stop. The line outlives this page, and may be somebody else's afterwards. */
  let isHere = false;
  /** Read up to here, as far as this tab knows. */
  let marked = 0;
  const get = () => state;
  function shut(connection: Connection): void {
    set({ connection, here: [], typing: [] });
    if (connection === 'cut') sender.rest();
  }
  const restore = () => void sender.restore(() => isHere);
  const sender = openSender({ get, set, socket });
  const mayTry = () => isHere && socket().connected;
  const { enter, ...entrance } = openEntrance({ socket, get, seat, mayTry, takeIn, shut });
  const clock = openServerClock(askTime, (offset) => set({ offset }));

  /** P7: what was missed, or a snapshot. Frames that came in the meantime may have gone further than it. */
  function takeIn(entered: Entered, after: number): void {
    if (state.connection === 'renewed' || !isHere) return;
    const missed = 'events' in entered ? entered.events : [];
    const followed = follow(state.meeting, missed);
    const isNewer =
      'snapshot' in entered && (entered.version >= state.meeting.version || entered.version < after);
    set({
      meeting: isNewer ? entered.snapshot : followed.state,
      people: entered.people,
      connection: followed.isOutdated ? 'renewed' : 'live',
    });
    sender.heard(missed);
    if (followed.isOutdated) return;
    void clock.join().catch(() => {});
    void sender.flush();
  }

  function onFrame(frame: RoomFrame): void {
    if (frame.room !== state.room || final.has(state.connection)) return;
    const events = frame.events.map(sender.unmasked);
    const { state: meeting, applied, gap, isOutdated } = follow(state.meeting, events);
    if (gap) return void enter();
    if (applied.length > 0) set({ meeting });
    // Also what a loader has told already: it is the answer of an own command.
    sender.heard(frame.events);
    if (isOutdated) shut('renewed');
    else if (applied.some(isBySomebodyNew)) void enter();
  }

  /** Somebody has joined the circle since we entered: their name comes with entering again. */
  function isBySomebodyNew(event: LoggedMeetingEvent): boolean {
    const person = event.kind === 'attendance.arrived' ? event.person : event.actor;
    return person !== null && state.people.every(({ id }) => id !== person);
  }

  async function askTime() {
    if (state.connection !== 'live') return null;
    const answer = await socket().emitWithAck('clock', {});
    return isRefusal(answer) ? null : answer;
  }

  function lost(connection: Connection): void {
    sender.lost();
    entrance.lost();
    if (!final.has(state.connection)) shut(connection);
  }

  const handlers = {
    frame: onFrame,
    answer: sender.answered,
    presence: ({ room, here, typing }: Presence) => {
      if (room === state.room && state.connection === 'live') set({ here, typing });
    },
    unread: ({ room, version }: UnreadNews) => {
      if (room === state.room && version !== null) marked = Math.max(marked, version);
    },
    cut: ({ room }: { room: string | null }) => {
      if (room === null) shut('signed-out');
      else if (room === state.room) shut('cut');
    },
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get,
    send: sender.send,
    discard: sender.discard,
    retry: sender.retry,
    typing(on) {
      const line = socket();
      if (state.connection !== 'live' || !line.connected) return;
      // A volatile word is dropped behind any other of the same moment, and the end of typing goes out behind the line itself.
      (on ? line.volatile : line).emit('typing', { room: state.room, on });
    },
    read(version) {
      if (state.connection !== 'live' || version <= marked) return;
      const request = { room: state.room, version };
      socket()
        .emitWithAck('read', request)
        .then((answer) => {
          if (!isRefusal(answer)) marked = Math.max(marked, answer.version);
        })
        // It is said again with the next line, or on coming back.
        .catch(() => {});
    },
    refresh(meeting, people) {
      const isNews = meeting !== state.meeting && meeting.version >= state.meeting.version;
      if (isNews) set({ meeting, people });
    },
    start() {
      isHere = true;
      const line = socket();
      for (const [name, handler] of Object.entries(handlers)) line.on(name as 'frame', handler as never);
      const stopClock = clock.start();
      restore();
      document.addEventListener('visibilitychange', restore);
      const letGo = keepLine(line, state.me, { get, arrived: () => void enter(), lost });
      return () => {
        letGo();
        stopClock();
        document.removeEventListener('visibilitychange', restore);
        for (const [name, handler] of Object.entries(handlers)) line.off(name as 'frame', handler as never);
        isHere = false;
        // What waits is in the outbox, for the next page.
        lost('connecting');
        if (line.connected) line.emit('leave', { room: state.room }, () => {});
      };
    },
  };
}
