import { setTimeout as pause } from 'node:timers/promises';
import { findEnded } from '../processes/find-ended.ts';
import { lookForNews } from '../rooms/look-for-news.ts';
import { cutSockets } from './cut.ts';
import type { Hall } from './hall.ts';
import { type LiveSocket, roomsWithSockets } from './sockets.ts';

/**
 * How often we look for ourselves, in ms, because every word from another process may be lost: at the logs of rooms
 * with sockets, and at the sign-ins and memberships that sockets rest on.
 */
export type LookoutTimes = { logs: number; rights: number };

/** What is said is there within 1.5 s, and whoever lost a right is cut within one, also when no word gets through. */
export const standardLookout: LookoutTimes = { logs: 1_000, rights: 500 };

/** At how many sockets one question looks at least, and in how many shares all are looked at. */
const SHARE = 100;
const MOST_SHARES = 10;
/** The part of the time between two looks that the shares are spread over. */
const SPREAD = 0.8;

/** Looks at regular times; a look that takes long delays the next one and is never doubled. */
export function openLookout(hall: Hall, times: LookoutTimes) {
  const logs = every(times.logs, () => lookForNews(hall.house, roomsWithSockets(hall.io)));
  const rights = every(times.rights, () => cutEnded(hall, SPREAD * times.rights));

  function every(ms: number, look: () => Promise<void>): NodeJS.Timeout {
    let busy = false;
    const timer = setInterval(async () => {
      if (busy) return;
      busy = true;
      await look().catch((error: unknown) => hall.house.log.warn({ err: error }, 'could not look around'));
      busy = false;
    }, ms);
    return timer.unref();
  }

  return {
    close(): void {
      clearInterval(logs);
      clearInterval(rights);
    },
  };
}

/**
 * Cuts the sockets whose sign-in or membership has ended without our hearing of it: all that there are now, a share at a
 * time, so that nothing that is said waits behind a question about everybody.
 */
async function cutEnded(hall: Hall, spread: number): Promise<void> {
  const sockets = [...hall.io.sockets.sockets.values()];
  const shares = Math.min(MOST_SHARES, Math.ceil(sockets.length / SHARE));
  const edge = (share: number) => Math.floor((sockets.length * share) / shares);
  for (let share = 0; share < shares; share++) {
    if (share > 0) await pause(spread / shares, undefined, { ref: false });
    await cutEndedAmong(hall, sockets.slice(edge(share), edge(share + 1)));
  }
}

async function cutEndedAmong(hall: Hall, sockets: readonly LiveSocket[]): Promise<void> {
  const sessions = new Set<string>();
  const belongings = new Map<string, { person: string; circle: string }>();
  for (const { data } of sockets) {
    sessions.add(data.session);
    for (const { circle } of data.rooms.values())
      belongings.set(`${data.person} ${circle}`, { person: data.person, circle });
  }
  const rights = { sessions: [...sessions], belongings: [...belongings.values()] };
  const ended = await findEnded(hall.house, rights);
  for (const whom of ended) cutSockets(hall, whom);
}
