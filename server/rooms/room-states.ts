import type { MeetingCommand } from '#app/domain/meeting/commands.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { Refusal } from '#app/domain/refusal.ts';

/**
 * Who sends a command to which room. `actor` null is the house itself. `id` is made by the sender:
 * the same id twice has one effect and one answer.
 */
export type Ask = { room: string; actor: string | null; id: string; command: MeetingCommand };

/**
 * Done: the version of the command's first event (or the current one when nothing changed), and those of its events that
 * others see masked. `told`: all there is to know has been told to the room's sockets of this process, just before.
 */
export type Done = { version: number; events: readonly LoggedMeetingEvent[]; told: boolean };

/** The rooms of this process: every command goes through `execute`, every reader through `state` and `since`. */
export type RoomStates = {
  /** Decides, appends, projects, publishes. Resolves after the commit. */
  execute: (ask: Ask) => Promise<Done | Refusal>;
  /**
   * What came of a command when its sender said it before (P3), for who may not say it any more; null when it is not in
   * the log or is not theirs, `busy` when the log cannot be asked.
   */
  answerBefore: (ask: Ask) => Promise<Done | Refusal | null>;
  /**
   * The folded state of a room with its version, or null when there is no such room. Not masked. Other processes may
   * have appended more; with `atLeast` the log is read when what is remembered is older.
   */
  state: (room: string, atLeast?: number) => Promise<MeetingState | null>;
  /** The events after a version, oldest first, at most `limit`. Not masked. */
  since: (room: string, version: number, limit?: number) => Promise<LoggedMeetingEvent[]>;
  /** A log has moved on to this version elsewhere: reads it and tells our sockets, if anybody here knows the room. */
  follow: (room: string, version: number) => Promise<void>;
  /** So often had somebody left the circle of a room: who is not a member any more is cut from it, if we did not know. */
  heedDepartures: (room: string, departures: number) => Promise<void>;
  /** The version our sockets have been told of; undefined when nobody here knows the room. */
  told: (room: string) => number | undefined;
  /** Drops what is remembered of a room; the next use reads the log. */
  forget: (room: string) => void;
  /** Waits until every accepted command is settled. */
  close: () => Promise<void>;
};
