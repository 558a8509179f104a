/**
 * What a room and a browser say to each other over the socket: types only, both sides derive from them.
 * The rules (P1 …) stand in docs/protocol.md.
 */
import type { NotesToClient, NotesToServer } from '../notes/wire.ts';
import type { Refusal } from '../refusal.ts';
import type { MemberCommand } from './commands.ts';
import type { LoggedMeetingEvent } from './events.ts';
import type { RoomFrame } from './frame.ts';
import type { MeetingState } from './state.ts';

/** Counted up when an old page could misunderstand a new server. */
export const PROTOCOL = 4;

export type EnterRequest = {
  protocol: number;
  room: string;
  /** The version the browser has; null for a snapshot. */
  after: number | null;
  /** Taking a seat: counts as being in the room. Reading the agenda does not. */
  seat: boolean;
};

/** A snapshot when nothing or too little is known, otherwise the events after the browser's version. */
export type Entered = {
  now: number;
  version: number;
  people: RoomPerson[];
} & ({ snapshot: MeetingState } | { events: LoggedMeetingEvent[] });

/** What members see of each other in a room. */
export type RoomPerson = { id: string; name: string };

export type CommandRequest = { room: string; id: string; command: MemberCommand };

/** Acknowledged means committed. `events`: the sender's own events that others see masked. */
export type Acknowledged = { version: number; events: readonly LoggedMeetingEvent[] };

/** What came of a command, for its sender alone; `room` and `id` as they were asked with, null where they could be none. */
export type CommandAnswer = { room: string | null; id: string | null; answer: Acknowledged | Refusal };

export type Presence = { room: string; here: string[]; typing: string[] };

/** What is new to a person in a room has changed: they have read up to `version`, or (null) somebody has written. */
export type UnreadNews = { room: string; version: number | null };

type Answer<Good> = (answer: Good | Refusal) => void;

export type ClientToServer = NotesToServer & {
  enter: (request: EnterRequest, answer: Answer<Entered>) => void;
  leave: (request: { room: string }, answer: Answer<{ left: true }>) => void;
  /** Whoever asks for no acknowledgement is answered by the frame, or by `answer` (P6). */
  command: (request: CommandRequest, answer?: Answer<Acknowledged>) => void;
  /** This person has read the room's talk up to a version. */
  read: (request: { room: string; version: number }, answer: Answer<{ version: number }>) => void;
  typing: (request: { room: string; on: boolean }) => void;
  /** Two server instants for the browser's estimate of its offset (the agenda design, C.4). */
  clock: (request: Record<string, never>, answer: Answer<{ received: number; sent: number }>) => void;
};

export type ServerToClient = NotesToClient & {
  frame: (frame: RoomFrame) => void;
  answer: (answer: CommandAnswer) => void;
  presence: (presence: Presence) => void;
  unread: (news: UnreadNews) => void;
  /** This sign-in or membership has ended: the room is shut for this browser. */
  cut: (cut: { room: string | null }) => void;
};
