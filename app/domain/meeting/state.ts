/** What is true in a meeting now: the fold of its log. Plain data, the same on server and screen. */
import type { Message } from '../talk/talk.ts';
import type { AgendaItem } from './agenda.ts';
import type { Baton } from './baton.ts';
import type { ExtensionOutcome } from './events.ts';
import type { Floor } from './floor.ts';
import type { SeatLedger } from './hot-seats.ts';
import type { Absorption, Thumb } from './overrun.ts';
import type { MeetingRole } from './roles.ts';

export type MeetingStatus = 'planned' | 'live' | 'closed' | 'skipped';

/** One person's presence: closed intervals in ms, all of them and while live, and since when they are here now. */
export type Attendance = {
  arrivedAt: number;
  presentMs: number;
  liveMs: number;
  since: number | null;
  leftAt: number | null;
};

/** Who leads, who was planned to, who would be next (in order), and who may take the lead back. */
export type Lead = { holder: string | null; planned: string | null; line: string[]; lentBy: string | null };

/** Votes: hidden until `open` is false. A reader's own copy holds only the reader's dots. */
export type Voting = {
  open: boolean;
  dots: Record<string, Record<string, number>>;
  voters: string[];
  tally: Record<string, number> | null;
};

/** The newest vote on more time. Thumbs are hidden: a reader's own copy holds only the reader's. */
export type Extension = {
  item: string;
  ms: number;
  absorption: Absorption;
  closesAt: number;
  thumbs: Record<string, Thumb>;
  voters: string[];
  /** null while it is open. */
  outcome: ExtensionOutcome | null;
};

/** What an overrun took from the agenda, or time to spare gave back to it, at an instant in ms since the epoch. */
export type Absorbed = Absorption & { at: number; back: readonly string[] };

export type Decision = { id: string; text: string; by: string; at: number; item: string | null };

export type ActionItem = {
  id: string;
  text: string;
  owner: string;
  /** YYYY-MM-DD, or null for no date. */
  due: string | null;
  by: string;
  at: number;
  item: string | null;
  doneAt: number | null;
};

export type MeetingState = {
  version: number;
  /** Whose room it is: a meeting's, or a circle's own, in which there is only talk. */
  kind: 'meeting' | 'circle';
  status: MeetingStatus;
  startsAt: number;
  lengthMinutes: number;
  startedAt: number | null;
  closedAt: number | null;
  format: { id: string; name: string; roles?: readonly MeetingRole[] } | null;
  lead: Lead;
  baton: Baton;
  /** Who has which role, besides the lead (roles.ts). */
  roles: Readonly<Partial<Record<MeetingRole, string>>>;
  /** Who has had the hot seat in the meetings before this one (hot-seats.ts). */
  seats: SeatLedger;
  /** Whose wish it was, on closing, that the shared notes go on to the next meeting. */
  notesCarriedBy: string | null;
  leadHistory: { to: string; from: string | null; how: string; at: number }[];
  /** How the agenda has given way to the clock so far (T5 T7), in order. */
  absorbed: readonly Absorbed[];
  attendance: Record<string, Attendance>;
  /** In order of (key, id); withdrawn ones stay as anchors. */
  items: readonly AgendaItem[];
  running: string | null;
  voting: Voting;
  extension: Extension | null;
  floor: Floor;
  /** Time on the floor that counts towards a share (W1), in ms. */
  talkMs: Record<string, number>;
  decisions: readonly Decision[];
  actions: readonly ActionItem[];
  messages: readonly Message[];
};

/** Before the first event. */
export const emptyMeeting: MeetingState = {
  version: 0,
  kind: 'meeting',
  status: 'planned',
  startsAt: 0,
  lengthMinutes: 0,
  startedAt: null,
  closedAt: null,
  format: null,
  lead: { holder: null, planned: null, line: [], lentBy: null },
  baton: { grace: null, offer: null, offers: 0, asked: [], free: false, first: null },
  roles: {},
  seats: {},
  notesCarriedBy: null,
  leadHistory: [],
  absorbed: [],
  attendance: {},
  items: [],
  running: null,
  voting: { open: true, dots: {}, voters: [], tally: null },
  extension: null,
  floor: { hands: [], holder: null, turns: {}, spokenMs: {}, order: 'fair', round: null, turnMs: null },
  talkMs: {},
  decisions: [],
  actions: [],
  messages: [],
};

/** How long before its start a room opens, in ms. */
export const ROOM_OPENS_BEFORE = 15 * 60_000;

export function endsAt(state: Pick<MeetingState, 'startsAt' | 'lengthMinutes'>): number {
  return state.startsAt + state.lengthMinutes * 60_000;
}

/** Whether people may be in the room at this instant. */
export function isRoomOpen(state: Pick<MeetingState, 'status' | 'startsAt'>, now: number): boolean {
  if (state.status === 'live') return true;
  return state.status === 'planned' && now >= state.startsAt - ROOM_OPENS_BEFORE;
}

export function isPresent(state: Pick<MeetingState, 'attendance'>, person: string): boolean {
  return state.attendance[person]?.since != null;
}
