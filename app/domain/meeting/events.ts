/** What has happened in a meeting: past tense, numbered without gaps, never changed. */
import type { TalkEvent } from '../talk/talk.ts';
import type { ItemDraft } from './agenda.ts';
import type { OfferReason } from './baton.ts';
import type { FloorOrder } from './floor.ts';
import type { SeatLedger } from './hot-seats.ts';
import type { Absorption, Thumb } from './overrun.ts';
import type { ItemRun } from './phases.ts';
import type { MeetingRole } from './roles.ts';
import type { RoundOrder } from './round.ts';

export type MeetingEvent =
  | TalkEvent
  | { kind: 'meeting.planned'; startsAt: number; lengthMinutes: number }
  | { kind: 'meeting.rescheduled'; startsAt: number; lengthMinutes: number }
  | { kind: 'meeting.skipped'; because: 'decided' | 'nobody-came' }
  | { kind: 'meeting.restored' }
  | { kind: 'meeting.started' }
  | {
      kind: 'meeting.closed';
      how: 'by-lead' | 'forgotten';
      unfinished: string[];
      notes?: 'carry';
      /** H4: when it was over, in ms, of one that was forgotten. */
      until?: number;
    }
  | { kind: 'lead.assigned'; lead: string | null; line: string[] }
  | {
      kind: 'lead.changed';
      to: string;
      from: string | null;
      how: 'stepped-in' | 'handed-over' | 'taken-back';
    }
  | { kind: 'lead.missed'; until: number }
  | { kind: 'lead.offered'; offer: number; to: string; why: OfferReason; until: number }
  | { kind: 'lead.declined'; person: string }
  | { kind: 'lead.lapsed'; person: string }
  | { kind: 'lead.kept' }
  | { kind: 'lead.freed' }
  | { kind: 'attendance.arrived'; person: string }
  | { kind: 'attendance.left'; person: string }
  | { kind: 'format.chosen'; format: string; name: string; roles?: readonly MeetingRole[] }
  | ({
      kind: 'item.proposed';
      item: string;
      key: string;
      carried: number;
      votes: number;
      run?: ItemRun | null;
    } & ItemDraft)
  | ({ kind: 'item.edited'; item: string } & ItemDraft)
  | { kind: 'item.withdrawn'; item: string; setAside?: number; recalled?: true }
  | ({ kind: 'item.returned'; item: string } & ItemDraft)
  | { kind: 'item.moved'; item: string; key: string }
  | { kind: 'agenda.rekeyed'; keys: Record<string, string> }
  | { kind: 'vote.cast'; item: string | null; dots: number | null }
  | { kind: 'voting.opened' }
  | { kind: 'voting.closed'; tally: Record<string, number>; keys: Record<string, string> }
  | { kind: 'item.started'; item: string }
  | { kind: 'item.paused'; item: string }
  | { kind: 'item.resumed'; item: string }
  | { kind: 'item.extended'; item: string; ms: number }
  | { kind: 'item.finished'; item: string; until?: number }
  | { kind: 'item.kept'; item: string }
  | { kind: 'phase.started'; item: string; phase: number }
  | { kind: 'seat.given'; item: string; person: string | null }
  | { kind: 'role.given'; role: MeetingRole; person: string | null }
  | { kind: 'seats.told'; seats: SeatLedger }
  | { kind: 'extension.opened'; item: string; ms: number; absorption: Absorption; closesAt: number }
  | { kind: 'thumb.shown'; thumb: Thumb | null }
  | ({ kind: 'extension.closed'; item: string } & ExtensionOutcome)
  | ({ kind: 'agenda.absorbed'; back: string[] } & Absorption)
  | { kind: 'hand.raised'; person: string }
  | { kind: 'hand.lowered'; person: string }
  | { kind: 'floor.given'; person: string }
  | { kind: 'floor.ended'; person: string }
  | { kind: 'floor.ordered'; order: FloorOrder }
  | { kind: 'floor.limited'; ms: number | null }
  | { kind: 'round.invited'; order: RoundOrder; seed: number; people: string[] }
  | { kind: 'round.passed'; person: string }
  | { kind: 'round.ended' }
  | { kind: 'decision.recorded'; decision: string; text: string; item: string | null }
  | { kind: 'decision.withdrawn'; decision: string }
  | {
      kind: 'action.added';
      action: string;
      text: string;
      owner: string;
      due: string | null;
      item: string | null;
    }
  | { kind: 'action.edited'; action: string; text: string; owner: string; due: string | null }
  | { kind: 'action.dropped'; action: string }
  | { kind: 'action.completed'; action: string }
  | { kind: 'action.reopened'; action: string };

/** What became of a vote on more time. `abstained`: sideways, or no thumb at all. */
export type ExtensionOutcome = {
  granted: boolean;
  up: number;
  abstained: number;
  down: number;
  why: 'voted' | 'no-longer-fits' | 'moved-on';
};

/** An event with its place: version (1, 2, 3 … per room), server time in milliseconds, who, and the command's id. */
export type Logged<Event> = Event & {
  version: number;
  at: number;
  actor: string | null;
  /** The id its sender gave the command; on the first event of a command only. */
  command: string | null;
};

export type LoggedMeetingEvent = Logged<MeetingEvent>;
