import { hash } from 'node:crypto';
import type { MeetingCommand } from '#app/domain/meeting/commands.ts';
import { decide } from '#app/domain/meeting/decide.ts';
import type { LoggedMeetingEvent, MeetingEvent } from '#app/domain/meeting/events.ts';
import { type Folding, openFold } from '#app/domain/meeting/fold.ts';
import { isHidden } from '#app/domain/meeting/mask.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import type { KnownCommand, LoadedRoom } from './loaded-room.ts';
import type { Ask, Done } from './room-states.ts';

/**
 * A command that waits for its turn, and whoever waits for its answer. `alone`: the database did not take it together
 * with others, so it is tried by itself, and what is wrong with it holds up nobody else.
 */
export type Queued = Ask & {
  hash: string;
  tries: number;
  alone: boolean;
  settle: (answer: Done | Refusal) => void;
};

/** A command with its answer; `wrote`: it has events in the draft, so it was certainly not in the log before. */
export type Answered = { queued: Queued; answer: Done | Refusal; wrote: boolean };

/** What a room would append: decided on top of what is committed, not yet true for anybody. */
export type Draft = {
  room: LoadedRoom;
  expected: number;
  departures: number;
  /** Comes to the state after all events so far. */
  folding: Folding;
  events: LoggedMeetingEvent[];
  /** The commands that have events in it, by id. */
  commands: Map<string, KnownCommand>;
  /** Every command with its answer, to be given once the draft is committed. */
  answers: Answered[];
};

/** A fingerprint of what was asked, to tell a retry from another command under the same id. */
export function hashOf(command: MeetingCommand): string {
  return hash('sha256', JSON.stringify(command), 'base64url');
}

/** Decides a room's waiting commands one after the other, each on the state the one before left. */
export function decideQueue(room: LoadedRoom, queue: readonly Queued[], now: number): Draft {
  const draft: Draft = {
    room,
    expected: room.state.version,
    departures: room.departures,
    folding: openFold(room.state),
    events: [],
    commands: new Map(),
    answers: [],
  };
  for (const queued of queue) {
    const before = draft.events.length;
    const answer = answerTo(draft, queued, now);
    draft.answers.push({ queued, answer, wrote: draft.events.length > before });
  }
  return draft;
}

function answerTo(draft: Draft, queued: Queued, now: number): Done | Refusal {
  const before = draft.commands.get(queued.id) ?? draft.room.known.get(queued.id);
  if (before) return answerAgain(before, queued);
  const state = draft.folding.state();
  const decided = decide(state, queued.command, {
    actor: queued.actor,
    now,
    members: draft.room.members,
  });
  if (isRefusal(decided)) return decided;
  if (decided.length === 0) return { version: state.version, events: [], told: false };

  const events = logged(decided, draft, queued, now);
  for (const event of events) draft.folding.take(event);
  draft.events.push(...events);
  const version = draft.expected + draft.events.length - events.length + 1;
  draft.commands.set(queued.id, { version, actor: queued.actor, hash: queued.hash });
  const hidden = events.filter(isHidden);
  return { version, events: hidden, told: hidden.length === 0 };
}

/** The same id again: the first version for its sender, a refusal for anybody or anything else. */
export function answerAgain(before: KnownCommand, queued: Pick<Queued, 'actor' | 'hash'>): Done | Refusal {
  const same = before.actor === queued.actor && before.hash === queued.hash;
  return same ? { version: before.version, events: [], told: false } : refuse('command-id-taken');
}

/** Time in a log never runs backwards, whatever the wall clock does. */
function logged(events: MeetingEvent[], draft: Draft, queued: Queued, now: number): LoggedMeetingEvent[] {
  const last = draft.events.at(-1) ?? draft.room.tail.at(-1);
  const at = Math.max(now, last?.at ?? 0);
  const from = draft.expected + draft.events.length + 1;
  return events.map((event, index) => ({
    ...event,
    version: from + index,
    at,
    actor: queued.actor,
    command: index === 0 ? queued.id : null,
  }));
}
