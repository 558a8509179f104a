import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { listMemberIds } from '#db/membership.ts';
import { type News, readNews } from '#db/room-log.ts';
import type { House } from '../house.ts';
import { advance, type LoadedRoom } from './loaded-room.ts';
import type { Teller } from './teller.ts';

/** How many events of a room, and how many rooms, one read brings. */
const PAGE = 500;
const MOST_ROOMS = 100;

export type ReadDeps = Pick<House, 'db' | 'departed'>;

type Waiting = { settle: (moved: boolean) => void; fail: (error: unknown) => void };

/**
 * Brings rooms in memory up to their logs: reads what other processes have appended and tells our sockets. While one
 * read is under way everything that is wanted waits for the next, so however much happens elsewhere, it costs one
 * statement at a time. Whoever left the circle before one of these events is out of the room before it is told.
 */
export function openReader(deps: ReadDeps, teller: Teller) {
  const wanted = new Map<LoadedRoom, Waiting[]>();
  let reading = false;

  async function drain(): Promise<void> {
    reading = true;
    // What is wanted at the same moment goes into one read.
    await Promise.resolve();
    while (wanted.size > 0) {
      const taken = [...wanted].slice(0, MOST_ROOMS);
      for (const [room] of taken) wanted.delete(room);
      await read(taken);
    }
    reading = false;
  }

  async function read(taken: [LoadedRoom, Waiting[]][]): Promise<void> {
    try {
      const known = taken.map(([room]) => ({ id: room.id, after: room.state.version }));
      const news = await readNews(deps.db, known, PAGE);
      // What is wrong with one room is told to those who wait for that one.
      await Promise.all(
        taken.map(([room, waiting]) =>
          takeIn(room, news.get(room.id), waiting).catch((error: unknown) => failAll(waiting, error)),
        ),
      );
    } catch (error) {
      for (const [, waiting] of taken) failAll(waiting, error);
    }
  }

  function failAll(waiting: readonly Waiting[], error: unknown): void {
    for (const { fail } of waiting) fail(error);
  }

  async function takeIn(room: LoadedRoom, news: News | undefined, waiting: Waiting[]): Promise<void> {
    const isSame = !news || (news.departures === room.departures && !bringsStranger(room, news.events));
    if (!isSame) await lookAround(room, news.departures);
    if (news) teller.tell(room.id, advance(room, news.events));
    if (news?.events.length === PAGE) {
      const later = waiting.map((one) => ({ ...one, settle: () => one.settle(true) }));
      wanted.set(room, [...later, ...(wanted.get(room) ?? [])]);
      return;
    }
    for (const { settle } of waiting) settle(news !== undefined);
  }

  /** Reads in a transaction that holds this room's log, so that afterwards nothing of it is unknown. */
  async function readHeld(tx: ReadDeps['db'], room: LoadedRoom, departures: number): Promise<void> {
    if (departures !== room.departures) await lookAround(room, departures, tx);
    for (let count = PAGE; count === PAGE; ) {
      const known = [{ id: room.id, after: room.state.version }];
      const events = (await readNews(tx, known, PAGE)).get(room.id)?.events ?? [];
      if (bringsStranger(room, events)) await lookAround(room, departures, tx);
      teller.tell(room.id, advance(room, events));
      count = events.length;
    }
  }

  /** Reads who belongs to the circle now; whoever does not is cut from the room. */
  async function lookAround(room: LoadedRoom, departures: number, db = deps.db): Promise<void> {
    room.members = new Set(await listMemberIds(db, room.circle));
    room.departures = departures;
    deps.departed(room.id, room.members);
  }

  /** Reads what the log has at this moment; answers whether there was anything new. */
  function readOn(room: LoadedRoom): Promise<boolean> {
    return new Promise((settle, fail) => {
      const waiting = wanted.get(room) ?? [];
      wanted.set(room, [...waiting, { settle, fail }]);
      if (!reading) void drain();
    });
  }

  return { readOn, readHeld, lookAround };
}

/** Somebody has come in whom we do not know: they have joined the circle since we looked, which nobody counts. */
function bringsStranger({ members }: LoadedRoom, events: readonly LoggedMeetingEvent[]): boolean {
  return events.some((event) => event.kind === 'attendance.arrived' && !members.has(event.person));
}

export type Reader = ReturnType<typeof openReader>;
