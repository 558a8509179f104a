import { LEAD_GRACE } from '#app/domain/meeting/baton.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { emptyMeeting, isPresent, isRoomOpen, type MeetingState } from '#app/domain/meeting/state.ts';
import type { House } from '../house.ts';
import type { Seats } from '../processes/open-seats.ts';

/**
 * How presence is timed, in ms: how long somebody may be gone before they count as away, how long when it was the server
 * that was gone, how often we look, and how long the lead may be away before somebody else is asked to lead.
 */
export type PresenceTimes = { grace: number; return: number; look: number; lead: number };

export const standardTimes: PresenceTimes = { grace: 4_000, return: 20_000, look: 2_000, lead: LEAD_GRACE };

type SeatVerbs = 'move' | 'elsewhere' | 'sitsElsewhere';

/**
 * Who sits in which room on this process, and the facts of it in the log: arriving at once, leaving after a short
 * grace, so that a reload or a blink of the network is no absence; somebody who sits at another process (`others`) has
 * not left. Seats themselves are volatile.
 */
export function openPresence(house: House, times: PresenceTimes, others: Pick<Seats, SeatVerbs>) {
  const seats = new Map<string, Map<string, number>>();
  /** Since when, on the clock of this process: the wall clock may be set back. Kept until the log has them as left. */
  const gone = new Map<string, Map<string, number>>();
  /** Rooms that are being brought in line, and whether something has changed there meanwhile. */
  const inHand = new Map<string, boolean>();
  let closed = false;
  const watch = setInterval(() => {
    for (const room of seats.keys()) void reconcile(room);
  }, times.look);
  watch.unref();

  function sit(room: string, person: string): void {
    const here = seats.get(room) ?? new Map<string, number>();
    if (!here.has(person)) others.move({ room, person, sits: true });
    here.set(person, (here.get(person) ?? 0) + 1);
    seats.set(room, here);
    gone.get(room)?.delete(person);
    void reconcile(room);
  }

  function rise(room: string, person: string): void {
    const here = seats.get(room);
    const left = (here?.get(person) ?? 1) - 1;
    if (left > 0) {
      here?.set(person, left);
      return;
    }
    if (here?.delete(person)) others.move({ room, person, sits: false });
    if (!gone.has(room)) gone.set(room, new Map());
    gone.get(room)?.set(person, performance.now());
    setTimeout(() => void reconcile(room), times.grace + 50).unref();
  }

  /** After a start: whoever the log has in the room may come back to it; whoever does not in time has left. */
  async function adopt(room: string): Promise<void> {
    const state = await house.rooms.state(room);
    const since = performance.now() + times.return - times.grace;
    const absent = presentPeople(state ?? emptyMeeting).filter((person) => !seats.get(room)?.has(person));
    if (!seats.has(room)) seats.set(room, new Map());
    gone.set(room, new Map([...absent.map((person) => [person, since] as const), ...(gone.get(room) ?? [])]));
  }

  /** One look at a time: a whole circle that comes or goes is looked at once more, not once for each. */
  async function reconcile(room: string): Promise<void> {
    if (inHand.has(room)) {
      inHand.set(room, true);
      return;
    }
    inHand.set(room, true);
    while (inHand.get(room) && !closed) {
      inHand.set(room, false);
      await lookAt(room);
    }
    inHand.delete(room);
  }

  /** Brings the log in line with the seats: who sits has arrived, who has been gone for long enough has left. */
  async function lookAt(room: string): Promise<void> {
    try {
      const state = await house.rooms.state(room);
      // A circle's room knows who is there now, and keeps no attendance.
      if (state?.kind === 'meeting') await bringInLine(room, state);
      else gone.delete(room);
      if (!seats.get(room)?.size && !gone.get(room)?.size) forget(room);
    } catch (error) {
      warn(room, error);
    }
  }

  async function bringInLine(room: string, state: MeetingState): Promise<void> {
    // Before anything is written: whoever goes while it is must be known to the next look.
    for (const person of gone.get(room)?.keys() ?? [])
      if (!isPresent(state, person)) gone.get(room)?.delete(person);
    const here = isRoomOpen(state, house.now()) ? [...(seats.get(room)?.keys() ?? [])] : [];
    const come = here.filter((person) => !isPresent(state, person));
    await Promise.all(come.map((person) => attend(room, 'arrive', person)));
    const away = presentPeople(state).filter((person) => isAway(room, person));
    await Promise.all(away.map((person) => leaveAfterGrace(room, person)));
  }

  async function leaveAfterGrace(room: string, person: string): Promise<void> {
    const away = gone.get(room) ?? new Map<string, number>();
    gone.set(room, away);
    // Nobody here has seen them go: the process where they sat may be gone, and they on their way back.
    const since = away.get(person) ?? performance.now() + times.return - times.grace;
    away.set(person, since);
    if (performance.now() - since < times.grace) return;
    // What we know of other processes may be a moment old; a wrong absence would stay in the log.
    const isElsewhere = await others.sitsElsewhere(room, person);
    // They came back meanwhile; where they went again, that counts from then.
    if (gone.get(room)?.get(person) !== since) return;
    if (isElsewhere) gone.get(room)?.delete(person);
    else await attend(room, 'leave', person);
  }

  /** Not here; and whom we saw go, or wait for, only an exact look can find elsewhere. */
  function isAway(room: string, person: string): boolean {
    if (seats.get(room)?.has(person)) return false;
    return Boolean(gone.get(room)?.has(person)) || !others.elsewhere(room).has(person);
  }

  /** What does not get into the log is tried again with the next look. */
  async function attend(room: string, what: 'arrive' | 'leave', person: string): Promise<void> {
    const command =
      what === 'arrive'
        ? { kind: 'attendance.arrive' as const, person }
        : { kind: 'attendance.leave' as const, person, grace: times.lead };
    const asked = { room, actor: null, id: house.newId(), command };
    await house.rooms.execute(asked).catch((error: unknown) => warn(room, error));
  }

  function warn(room: string, error: unknown): void {
    house.log.warn({ err: error, room }, 'presence could not be written');
  }

  function forget(room: string): void {
    seats.delete(room);
    gone.delete(room);
  }

  return {
    sit,
    rise,
    adopt,
    /** Everyone who sits in the room, on whatever process. */
    seated: (room: string) => [...new Set([...(seats.get(room)?.keys() ?? []), ...others.elsewhere(room)])],
    /** Everyone who sits somewhere on this process. */
    here: () =>
      [...seats].flatMap(([room, people]) => [...people.keys()].map((person) => ({ room, person }))),
    /** The rooms that are being watched. */
    rooms: () => [...seats.keys()],
    close(): void {
      closed = true;
      clearInterval(watch);
    },
  };
}

export type PresenceBook = ReturnType<typeof openPresence>;
