import type { Queued } from './decide-queue.ts';

/** How many commands of one room go into one commit. */
const MOST_PER_ROOM = 200;

/** What goes into one commit of one room. */
export type Taken = { room: string; queue: Queued[] };

/**
 * Commands that wait for a commit, by room, in the order in which they came. A room whose commands are being committed
 * is not taken again before that is done, so its commands stay in order however many commits run side by side.
 */
export function openWaitingCommands() {
  const lines = new Map<string, Queued[]>();
  const busy = new Set<string>();
  let count = 0;

  return {
    /** How many wait. */
    count: () => count,
    add(queued: Queued): void {
      const line = lines.get(queued.room);
      if (line) line.push(queued);
      else lines.set(queued.room, [queued]);
      count += 1;
    },
    /** Commands of one room that have to be decided anew: before those that came after them. */
    addAgain(room: string, some: Queued[]): void {
      if (some.length === 0) return;
      lines.set(room, [...some, ...(lines.get(room) ?? [])]);
      count += some.length;
    },
    /** Takes what can go now, of every room that is not busy; `done` frees these rooms. */
    take(): Taken[] {
      const taken: Taken[] = [];
      for (const [room, line] of lines) {
        if (busy.has(room)) continue;
        const queue = takeFrom(line);
        if (line.length === 0) lines.delete(room);
        count -= queue.length;
        busy.add(room);
        taken.push({ room, queue });
      }
      return taken;
    },
    /** Adds what has come for a room since it was taken, where it can go into the same commit. */
    topUp({ room, queue }: Taken): void {
      const line = lines.get(room);
      if (!line || queue.some(({ alone }) => alone) || line[0]?.alone) return;
      const more = takeFrom(line, MOST_PER_ROOM - queue.length);
      if (line.length === 0) lines.delete(room);
      count -= more.length;
      queue.push(...more);
    },
    done(taken: readonly Taken[]): void {
      for (const { room } of taken) busy.delete(room);
    },
  };
}

/** The commands of one commit: many together, or one that has to go alone. */
function takeFrom(line: Queued[], most = MOST_PER_ROOM): Queued[] {
  const firstAlone = line.findIndex(({ alone }) => alone);
  const count = firstAlone === 0 ? 1 : firstAlone === -1 ? most : firstAlone;
  return line.splice(0, Math.min(count, most));
}
