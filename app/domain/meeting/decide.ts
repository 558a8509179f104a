/**
 * May this happen, and what does it come to? The one place that says so, for forms, sockets and the house.
 *
 * M1 The room opens 15 minutes before the start; talk, hands, the lead, the clocks, decisions and action items need
 *    an open room.
 * M2 A closed or skipped meeting takes nothing more, except ticking action items off and on.
 * M3 Running the meeting (starting, clocks, giving the floor, closing) is the lead's alone; whoever brings an item may
 *    also finish it.
 * M4 The house's own commands are refused from anybody else.
 * M5 A command that would change nothing gives no events or is refused; clicking twice never has a second effect.
 * M6 Closing finishes the running item; topics and hot seats that never started are left to be carried over.
 */
import { decideInCircle } from '../circle/room.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { isTalkCommand } from '../talk/talk.ts';
import type {
  CommandContext,
  HouseCommand,
  MeetingCommand,
  MemberCommand,
  MemberContext,
} from './commands.ts';
import { decideAgenda } from './decide-agenda.ts';
import { decideClock } from './decide-clock.ts';
import { decideExtension } from './decide-extension.ts';
import { decideFloor } from './decide-floor.ts';
import { decideHouse } from './decide-house.ts';
import { decideLead } from './decide-lead.ts';
import { decideOutcome } from './decide-outcome.ts';
import { decidePhase, decideWords, floorOutOfTurn, silentNow } from './decide-phase.ts';
import { giveRole } from './decide-roles.ts';
import { decideVoting } from './decide-voting.ts';
import type { MeetingEvent } from './events.ts';
import { withWayGiven } from './give-way.ts';
import { isRoomOpen, type MeetingState } from './state.ts';

/** The events a command comes to, or why it may not happen. */
export function decide(
  state: MeetingState,
  command: MeetingCommand,
  context: CommandContext,
): MeetingEvent[] | Refusal {
  if (state.kind === 'circle') return decideInCircle(state, command, context);
  const answer = decideAlone(state, command, context);
  // Words move nothing else.
  return isRefusal(answer) || isTalkCommand(command) ? answer : withWayGiven(state, answer, context.now);
}

/** What the command itself comes to. */
function decideAlone(
  state: MeetingState,
  command: MeetingCommand,
  context: CommandContext,
): MeetingEvent[] | Refusal {
  if (isHouseCommand(command)) {
    return context.actor === null ? decideHouse(state, command, context) : refuse('not-allowed');
  }
  if (context.actor === null || !context.members.has(context.actor)) return refuse('not-found');
  const gate = closedTo(state, command, context.now);
  return gate ?? decideFor(state, command, { ...context, actor: context.actor });
}

function decideFor(
  state: MeetingState,
  command: MemberCommand,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  switch (command.kind) {
    case 'message.post':
    case 'message.edit':
    case 'message.retract':
      return decideWords(state, command, context.actor);
    case 'format.choose':
    case 'item.propose':
    case 'item.edit':
    case 'item.withdraw':
    case 'item.move':
      return decideAgenda(state, command, context);
    case 'vote.cast':
    case 'voting.close':
      return decideVoting(state, command, context);
    case 'meeting.start':
    case 'meeting.close':
    case 'item.start':
    case 'item.pause':
    case 'item.resume':
    case 'item.finish':
    case 'item.next':
      return decideClock(state, command, context);
    case 'phase.start':
    case 'seat.give':
      return decidePhase(state, command, context);
    case 'role.give':
      return giveRole(state, command, context);
    case 'extension.ask':
    case 'thumb.show':
    case 'item.keep':
      return decideExtension(state, command, context);
    case 'hand.raise':
    case 'hand.lower':
    case 'floor.give':
    case 'floor.end':
    case 'floor.order':
    case 'floor.limit':
    case 'round.invite':
    case 'round.pass':
    case 'round.end':
      return floorGate(state, command, context.actor) ?? decideFloor(state, command, context);
    case 'lead.take':
    case 'lead.pass':
    case 'lead.accept':
    case 'lead.decline':
      return decideLead(state, command, context);
    default:
      return decideOutcome(state, command, context);
  }
}

/** G6: whoever may not speak in this phase neither asks for the floor nor gets it. */
function floorGate(state: MeetingState, command: MemberCommand, actor: string): Refusal | null {
  if (command.kind === 'hand.raise') return floorOutOfTurn(state, actor);
  if (command.kind === 'round.invite' && state.lead.holder === actor) return silentNow(state);
  const gives = command.kind === 'floor.give' && state.lead.holder === actor;
  return gives ? floorOutOfTurn(state, command.person) : null;
}

const houseKinds: ReadonlySet<string> = new Set<HouseCommand['kind']>([
  'meeting.plan',
  'meeting.reschedule',
  'meeting.skip',
  'meeting.restore',
  'meeting.close-forgotten',
  'lead.assign',
  'lead.offer',
  'lead.lapse',
  'attendance.arrive',
  'attendance.leave',
  'extension.open',
  'extension.close',
  'item.carry',
  'item.recall',
  'roles.free',
  'seats.tell',
]);

/** M4: whether a command is the house's own. */
export function isHouseCommand(command: MeetingCommand): command is HouseCommand {
  return houseKinds.has(command.kind);
}

/** Commands that make sense long before the room opens. */
const beforehand: ReadonlySet<string> = new Set<MemberCommand['kind']>([
  'format.choose',
  'item.propose',
  'item.edit',
  'item.withdraw',
  'item.move',
  'item.keep',
  'seat.give',
  'role.give',
  'vote.cast',
  'voting.close',
]);

function closedTo(state: MeetingState, command: MemberCommand, now: number): Refusal | null {
  const afterwards = command.kind === 'action.complete' || command.kind === 'action.reopen';
  if (state.status === 'closed' || state.status === 'skipped')
    return afterwards ? null : refuse('meeting-closed');
  if (beforehand.has(command.kind) || isRoomOpen(state, now)) return null;
  return refuse('too-early');
}
