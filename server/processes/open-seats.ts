import {
  beat,
  clearSeats,
  listSeatsElsewhere,
  removeDead,
  retire,
  type SeatChange,
  writeSeats,
} from '#db/process.ts';
import { gathering } from '../gathering.ts';
import type { House } from '../house.ts';

/** How often a process says that it lives, and looks who sits elsewhere, in ms; a quarter of what counts as dead. */
const BEAT = 2_000;
/** Changes within this time are stored as one, in ms. */
const TOGETHER = 50;

type Room = string;
type Surroundings = {
  /** Rooms that somebody here wants to know about. */
  interest: () => Iterable<Room>;
  /** Everyone who sits here. */
  here: () => { room: Room; person: string }[];
  /** Others sit in the room, elsewhere, than before. */
  changed: (room: Room) => void;
  /** Where people sit here has been stored. */
  stored: (rooms: ReadonlySet<Room>) => void;
  /** Another process has ended; this one takes care of those who sat there. */
  ended: () => void;
};

/**
 * Who sits where, over all processes. Each stores its own seats and says that it lives; so who sits elsewhere is known
 * even while no word gets through, and a process that died is noticed by those that live.
 */
export function openSeats(house: Pick<House, 'db' | 'log' | 'newId'>, around: Surroundings, every = BEAT) {
  const process = house.newId();
  const elsewhere = new Map<Room, Set<string>>();
  const changes = new Map<string, SeatChange>();
  let others: number | null = null;
  let isStored = true;
  let storing: NodeJS.Timeout | undefined;
  let stored: Promise<void> = Promise.resolve();
  let closed = false;
  let beating: Promise<void> = live();
  const timer = setInterval(() => {
    beating = beating.then(live);
  }, every);
  timer.unref();

  async function live(): Promise<void> {
    if (closed) return;
    try {
      const sign = await beat(house.db, process);
      others = sign.others;
      if (sign.isNew) isStored = false;
      if (!isStored) await inTurn(storeAll);
      await look(others > 0 ? [...around.interest()] : []);
      if (others === 0) for (const room of elsewhere.keys()) take(room, new Set());
      if ((await removeDead(house.db)) > 0) around.ended();
    } catch (error) {
      if (!closed) house.log.warn({ err: error }, 'could not say that this process lives');
    }
  }

  /** A whole circle that leaves is one question. */
  const seatElsewhere = gathering(async (db, wanted: { room: Room; person: string }[]) => {
    const rooms = [...new Set(wanted.map(({ room }) => room))];
    const found = await listSeatsElsewhere(db, process, rooms);
    const taken = new Set(found.map(({ room, person }) => `${room} ${person}`));
    return wanted.map(({ room, person }) => taken.has(`${room} ${person}`));
  });

  /** One after the other: a seat given up must not be stored before it was taken. */
  function inTurn(task: () => Promise<void>): Promise<void> {
    const mine = stored.then(task);
    stored = mine.catch(() => {});
    return mine;
  }

  async function storeAll(): Promise<void> {
    changes.clear();
    const seats = around.here().map((seat) => ({ ...seat, sits: true }));
    await house.db.transaction().execute(async (tx) => {
      await clearSeats(tx, process);
      await writeSeats(tx, process, seats);
    });
    isStored = true;
    around.stored(new Set(seats.map(({ room }) => room)));
  }

  function storeSoon(): void {
    storing = undefined;
    // Not before the database knows this process.
    void beating.then(() => inTurn(store));
  }

  async function store(): Promise<void> {
    const some = [...changes.values()];
    changes.clear();
    if (some.length === 0) return;
    try {
      await writeSeats(house.db, process, some);
      around.stored(new Set(some.map(({ room }) => room)));
    } catch (error) {
      isStored = false;
      if (!closed) house.log.warn({ err: error }, 'seats could not be stored');
    }
  }

  async function look(rooms: Room[]): Promise<void> {
    if (rooms.length === 0) return;
    const found = new Map<Room, Set<string>>(rooms.map((room) => [room, new Set()]));
    for (const { room, person } of await listSeatsElsewhere(house.db, process, rooms))
      found.get(room)?.add(person);
    for (const [room, people] of found) take(room, people);
  }

  function take(room: Room, people: Set<string>): void {
    const before = elsewhere.get(room) ?? new Set();
    if (people.size > 0) elsewhere.set(room, people);
    else elsewhere.delete(room);
    if (people.size !== before.size || [...people].some((person) => !before.has(person)))
      around.changed(room);
  }

  return {
    /** Somebody has taken a seat here, or given it up. */
    move(change: SeatChange): void {
      // Whoever loses their seat because we close is somebody for the others to wait for.
      if (closed) return;
      changes.set(`${change.room} ${change.person}`, change);
      storing ??= setTimeout(storeSoon, TOGETHER).unref();
    },
    /** Who sits in the room at other processes, as of a moment ago. */
    elsewhere: (room: Room): ReadonlySet<string> => elsewhere.get(room) ?? new Set(),
    /** Whether somebody sits in the room at another process, as of now. */
    sitsElsewhere: (room: Room, person: string): Promise<boolean> =>
      seatElsewhere(house.db, { room, person }),
    /** Word has come that others sit in these rooms. */
    heard(rooms: Room[]): void {
      const interest = new Set(around.interest());
      look(rooms.filter((room) => interest.has(room))).catch((error: unknown) =>
        house.log.warn({ err: error }, 'who sits elsewhere could not be read'),
      );
    },
    isAlone: (): boolean => others === 0,
    /** Somebody has been heard, so we are not alone, whatever we knew. */
    meet(): void {
      if (others === 0) others = 1;
    },
    /** Leaves the seats to those who go on. */
    async close(): Promise<void> {
      closed = true;
      clearInterval(timer);
      clearTimeout(storing);
      await beating;
      await retire(house.db, process).catch(() => {});
    },
  };
}

export type Seats = ReturnType<typeof openSeats>;
