import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { isKnownEvent } from '#app/domain/meeting/evolve.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { withoutSealed } from '#app/domain/talk/sealed.ts';

/** How many of the newest events a room keeps in memory for those who come back; up to twice as many in between. */
export const TAIL = 500;

export type KnownCommand = { version: number; actor: string | null; hash: string };

/** What this process remembers of a room: all of it can be read again from the log. */
export type LoadedRoom = {
  readonly id: string;
  readonly circle: string;
  members: ReadonlySet<string>;
  /** How many had left the circle when `members` was read, or fewer. */
  departures: number;
  state: MeetingState;
  /** The newest events, consecutive, ending at `state.version`. */
  tail: LoggedMeetingEvent[];
  /** Commands whose first event this process appended, newest last. */
  known: Map<string, KnownCommand>;
};

/**
 * Takes in consecutive events that have been committed, here or by another process. What is known already is passed
 * over, and so is everything when something before it is missing. Answers what was new. `state`, when given, is the
 * state after all of them on top of the version before the first.
 */
export function advance(
  room: LoadedRoom,
  events: readonly LoggedMeetingEvent[],
  state?: MeetingState,
): readonly LoggedMeetingEvent[] {
  const { version } = room.state;
  const fresh = events[0]?.version === version + 1 ? events : events.filter((one) => one.version > version);
  if (fresh[0]?.version !== version + 1) return [];
  room.state = state && fresh === events ? state : evolveAll(room.state, fresh);
  room.tail.push(...fresh);
  for (const event of fresh) if (event.kind === 'message.retracted') blankIn(room, event.message);
  if (room.tail.length > 2 * TAIL) room.tail = room.tail.slice(-TAIL);
  return fresh;
}

/** Remembers the commands that this process has just appended, so that a retry needs no look into the log. */
export function remember(room: LoadedRoom, commands: ReadonlyMap<string, KnownCommand>): void {
  for (const [id, command] of commands) room.known.set(id, command);
  if (room.known.size > 2 * TAIL) room.known = new Map([...room.known].slice(-TAIL));
}

/** Events after a version, from memory; null when the tail does not reach back that far. */
export function tailAfter(room: LoadedRoom, version: number): readonly LoggedMeetingEvent[] | null {
  if (version >= room.state.version) return [];
  const oldest = room.tail[0]?.version ?? room.state.version + 1;
  return version + 1 >= oldest ? room.tail.slice(version + 1 - oldest) : null;
}

/** P12: there is something in a log that only a newer Rondo has a meaning for, so this process cannot read it. */
export class NewerLog extends Error {
  override name = 'NewerLog';
}

/**
 * The state after further events. Throws NewerLog where one of them is unknown here: a browser may look on while a newer
 * Rondo writes, but nobody may decide on a state that lacks something.
 */
export function evolveAll(state: MeetingState, events: readonly LoggedMeetingEvent[]): MeetingState {
  const strange = events.find((event) => !isKnownEvent(event));
  if (strange) throw new NewerLog(`A newer Rondo wrote ${strange.kind} into this log.`);
  return fold(events, state);
}

function without(lines: Record<string, string>, message: string): Record<string, string> {
  const { [message]: _gone, ...others } = lines;
  return others;
}

/** K2: retracted words are not kept in memory either. */
function blankIn(room: LoadedRoom, message: string): void {
  room.tail = room.tail.map((event) => {
    if (event.kind === 'message.revealed') return { ...event, lines: without(event.lines, message) };
    const isWords = event.kind === 'message.posted' || event.kind === 'message.edited';
    return isWords && event.message === message ? { ...withoutSealed(event), text: null } : event;
  });
}
