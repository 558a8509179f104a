/**
 * What may be asked of a meeting: imperative, from members (by form or by socket) and from the house itself.
 * The socket map and the server's schemas are derived from these types; they are written nowhere else.
 */
import type { TalkCommand } from '../talk/talk.ts';
import type { ItemDraft } from './agenda.ts';
import type { FloorOrder } from './floor.ts';
import type { SeatLedger } from './hot-seats.ts';
import type { Thumb } from './overrun.ts';
import type { ItemRun } from './phases.ts';
import type { MeetingRole } from './roles.ts';
import type { RoundOrder } from './round.ts';

/** What a member may send. */
export type MemberCommand =
  | TalkCommand
  | { kind: 'format.choose'; format: string; items: string[] }
  | ({ kind: 'item.propose'; item: string } & ItemDraft)
  | ({ kind: 'item.edit'; item: string } & ItemDraft)
  | { kind: 'item.withdraw'; item: string }
  | { kind: 'item.move'; item: string; after: string | null }
  | { kind: 'vote.cast'; item: string; dots: number }
  | { kind: 'voting.close' }
  | { kind: 'meeting.start' }
  /** `notes`: the shared notes go on to the next meeting. */
  | { kind: 'meeting.close'; notes?: 'carry' }
  | { kind: 'item.start'; item: string; rev: number }
  | { kind: 'item.pause'; item: string; rev: number }
  | { kind: 'item.resume'; item: string; rev: number }
  | { kind: 'item.finish'; item: string; rev: number }
  | { kind: 'item.next'; running: string | null }
  | { kind: 'item.keep'; item: string }
  | { kind: 'phase.start'; item: string; phase: number; from: number }
  | { kind: 'seat.give'; item: string; person: string | null }
  | { kind: 'role.give'; role: MeetingRole; person: string | null }
  | { kind: 'extension.ask'; item: string; rev: number; drops: string[] }
  | { kind: 'thumb.show'; item: string; thumb: Thumb }
  | { kind: 'hand.raise' }
  | { kind: 'hand.lower'; person: string }
  | { kind: 'floor.give'; person: string }
  | { kind: 'floor.end'; person: string }
  | { kind: 'floor.order'; order: FloorOrder }
  | { kind: 'floor.limit'; minutes: number | null }
  | { kind: 'round.invite'; order: RoundOrder; seed: number }
  | { kind: 'round.pass'; person: string }
  | { kind: 'round.end' }
  | { kind: 'lead.take' }
  | { kind: 'lead.pass'; to: string }
  | { kind: 'lead.accept'; offer: number }
  | { kind: 'lead.decline'; offer: number }
  | { kind: 'decision.record'; decision: string; text: string }
  | { kind: 'decision.withdraw'; decision: string }
  | { kind: 'action.add'; action: string; text: string; owner: string; due: string | null }
  | { kind: 'action.edit'; action: string; text: string; owner: string; due: string | null }
  | { kind: 'action.drop'; action: string }
  | { kind: 'action.complete'; action: string }
  | { kind: 'action.reopen'; action: string };

/** What only the house itself may do: planning, the rota, presence, carrying over, closing what was forgotten. */
export type HouseCommand =
  | { kind: 'meeting.plan'; startsAt: number; lengthMinutes: number }
  | { kind: 'meeting.reschedule'; startsAt: number; lengthMinutes: number }
  | { kind: 'meeting.skip'; because: 'decided' | 'nobody-came' }
  | { kind: 'meeting.restore' }
  | { kind: 'meeting.close-forgotten' }
  | { kind: 'lead.assign'; lead: string | null; line: string[] }
  | { kind: 'attendance.arrive'; person: string }
  | { kind: 'lead.offer'; after: number }
  | { kind: 'lead.lapse'; offer: number }
  /** `grace`: how long the lead may be gone before somebody else is asked, in ms; LEAD_GRACE when left out. */
  | { kind: 'attendance.leave'; person: string; grace?: number }
  | { kind: 'extension.open'; item: string }
  | { kind: 'extension.close'; item: string }
  | { kind: 'item.carry'; items: CarriedItem[]; back?: true }
  | { kind: 'roles.free'; people: string[] }
  | { kind: 'item.recall'; items: string[] }
  | { kind: 'seats.tell'; seats: SeatLedger };

/** An item that comes from an earlier meeting. */
export type CarriedItem = ItemDraft & { item: string; carried: number; votes: number; run?: ItemRun | null };

export type MeetingCommand = MemberCommand | HouseCommand;

/** Who asks (null: the house itself), when (server time, ms), and who belongs to the circle now. */
export type CommandContext = { actor: string | null; now: number; members: ReadonlySet<string> };

/** Decided for a member: like the context, but somebody is certainly asking. */
export type MemberContext = CommandContext & { actor: string };
