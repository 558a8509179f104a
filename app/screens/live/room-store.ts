import { addSample, bestOffset, type ClockEstimate } from '#app/domain/meeting/clock-offset.ts';
import type { MemberCommand } from '#app/domain/meeting/commands.ts';
import type { RoomFrame } from '#app/domain/meeting/frame.ts';
import { type Entered, PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { follow } from '#app/domain/meeting/sync.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import type { Connection, RoomState } from './room-state.ts';
import { openSender } from './sender.ts';
import { liveSocket } from './socket.ts';

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
  typing: (on: boolean) => void;
  /** Connects; returns what undoes it. */
  start: () => () => void;
};

const CLOCK_EVERY = 30_000;

export function openRoomStore({ now, seat, ...start }: RoomStart): RoomStore {
  const listeners = new Set<() => void>();
  let clock: ClockEstimate[] = [];
  let state: RoomState = {
    ...start,
    ...{ connection: 'connecting', here: [], typing: [], pending: [] },
    offset: now - Date.now(),
  };

  function set(changes: Partial<RoomState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  const sender = openSender({ get: () => state, set, socket: liveSocket });

  async function enter(): Promise<void> {
    try {
      const after = state.meeting.version;
      const entered = await liveSocket().emitWithAck('enter', {
        protocol: PROTOCOL,
        room: state.room,
        after,
        seat,
      });
      if (isRefusal(entered))
        return set({ connection: entered.refused === 'out-of-date' ? 'renewed' : 'cut' });
      takeIn(entered);
      await Promise.all([readClock(), sender.flush()]);
    } catch {
      // No answer in time: the connection is on its way down, and entering follows the next one.
    }
  }

  function takeIn(entered: Entered): void {
    const { people } = entered;
    const missed = 'events' in entered ? entered.events : [];
    sender.heard(missed);
    const meeting = 'snapshot' in entered ? entered.snapshot : follow(state.meeting, missed).state;
    set({ meeting, people, connection: 'live' });
  }

  function onFrame(frame: RoomFrame): void {
    if (frame.room !== state.room) return;
    const { state: meeting, applied, gap } = follow(state.meeting, frame.events);
    if (gap) return void enter();
    sender.heard(applied);
    set({ meeting });
  }

  async function readClock(): Promise<void> {
    const asked = Date.now();
    const answer = await liveSocket().emitWithAck('clock', {});
    if (isRefusal(answer)) return;
    clock = addSample(clock, { asked, ...answer, answered: Date.now() });
    set({ offset: bestOffset(clock) });
  }

  function lost(connection: Connection): void {
    sender.lost();
    if (state.connection !== 'cut' && state.connection !== 'renewed')
      set({ connection, here: [], typing: [] });
  }

  const handlers = {
    connect: () => void enter(),
    disconnect: () => lost('offline'),
    connect_error: (error: Error) => lost(error.message === 'signed-out' ? 'signed-out' : 'offline'),
    frame: onFrame,
    presence: (presence: { room: string; here: string[]; typing: string[] }) => {
      if (presence.room === state.room) set({ here: presence.here, typing: presence.typing });
    },
    cut: ({ room }: { room: string | null }) => {
      if (room === null || room === state.room) set({ connection: room === null ? 'signed-out' : 'cut' });
    },
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => state,
    send: sender.send,
    discard: sender.discard,
    typing(on) {
      if (state.connection === 'live') liveSocket().volatile.emit('typing', { room: state.room, on });
    },
    start() {
      const socket = liveSocket();
      for (const [name, handler] of Object.entries(handlers)) socket.on(name as 'frame', handler as never);
      const ticking = setInterval(
        () => state.connection === 'live' && void readClock().catch(() => {}),
        CLOCK_EVERY,
      );
      void sender.restore();
      if (socket.connected) void enter();
      else socket.connect();
      return () => {
        clearInterval(ticking);
        for (const [name, handler] of Object.entries(handlers)) socket.off(name as 'frame', handler as never);
        if (socket.connected) socket.emit('leave', { room: state.room }, () => {});
      };
    },
  };
}
