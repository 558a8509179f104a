import { dueAlarms, nextDue } from '#app/domain/meeting/due.ts';
import { isRefusal } from '#app/domain/refusal.ts';
import { listOpenRooms } from '#db/open-room.ts';
import type { House } from '../house.ts';
import { derivedId } from './command-id.ts';

/**
 * How alarms are kept, in ms: how soon one that could not be settled rings again, and how far ahead a timer is set at
 * all. What lies further ahead is armed by whoever enters or acts later.
 */
export type AlarmTimes = { again: number; ahead: number };

const standardTimes: AlarmTimes = { again: 1_000, ahead: 12 * 3_600_000 };

export type Alarms = {
  /** Looks at a room now: does what is due and sets its timer anew. Call after commits and when somebody enters. */
  look: (room: string) => void;
  /** Looks at every room that is open: after a start, for what came due meanwhile. `until`: an instant in ms. */
  lookAtAll: (until: number) => Promise<void>;
  close: () => void;
};

/**
 * One timer for each room of this process, for what the house does by itself (app/domain/meeting/due.ts). A command's
 * id is worked out from what is due and when, so that several processes, or a second try, have one effect.
 */
export function openAlarms(
  house: Pick<House, 'db' | 'rooms' | 'now' | 'log'>,
  times: AlarmTimes = standardTimes,
): Alarms {
  const timers = new Map<string, NodeJS.Timeout>();
  const ringing = new Set<string>();
  const again = new Set<string>();
  let closed = false;

  function look(room: string): void {
    if (closed) return;
    if (ringing.has(room)) again.add(room);
    else void ring(room);
  }

  /** What happens while a room is being settled is looked at once that is done. */
  async function ring(room: string): Promise<void> {
    ringing.add(room);
    let wait: number | null;
    do {
      again.delete(room);
      wait = await settle(room);
    } while (again.has(room) && !closed);
    ringing.delete(room);
    set(room, wait);
  }

  function set(room: string, wait: number | null): void {
    clearTimeout(timers.get(room));
    timers.delete(room);
    if (closed || wait === null || wait > times.ahead) return;
    timers.set(room, setTimeout(() => look(room), wait).unref());
  }

  /** Does what is due; answers in how many ms to look again, or null for never. */
  async function settle(room: string): Promise<number | null> {
    try {
      const state = await house.rooms.state(room);
      const due = state ? dueAlarms(state, house.now()) : [];
      for (const { at, command } of due) {
        const id = derivedId(room, JSON.stringify(command), at);
        const answer = await house.rooms.execute({ room, actor: null, id, command });
        if (isRefusal(answer)) house.log.debug({ room, command, answer }, 'an alarm was refused');
      }
      const after = due.length > 0 ? await house.rooms.state(room) : state;
      const next = after && nextDue(after);
      return next === null ? null : Math.max(next - house.now(), due.length > 0 ? times.again : 0);
    } catch (error) {
      house.log.warn({ err: error, room }, 'an alarm could not be settled');
      return times.again;
    }
  }

  return {
    look,
    async lookAtAll(until) {
      for (const room of await listOpenRooms(house.db, new Date(until))) look(room);
    },
    close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
