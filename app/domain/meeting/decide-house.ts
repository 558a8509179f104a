/**
 * What the house itself does to a meeting.
 *
 * H1 A meeting is planned once; it is moved, skipped or restored only before it starts. Where that shuts its room, everybody
 *    has left it; whoever waited in it before a move was not at the meeting.
 * H2 The rota's word on the lead counts until somebody in the room has changed the lead, and again once it is moved (H1)
 *    or restored.
 * H3 Arriving and leaving alternate; nobody arrives before the room is open.
 * H4 A meeting whose planned end is 30 minutes past and whose room is empty closes by itself; six hours past it also one in
 *    which somebody sits: a tab that was left open. If it never started, it counts as skipped. It was over when the last of
 *    them left; where somebody still sits, at its planned end, or when the last of the others left after that.
 * H5 Items carried over come behind what is fixed: hot seats before the first hot seat or topic (T8), topics before the first
 *    topic, and where there is none before the closing items. The same item is carried once.
 * H6 An item stands on one agenda. When a skipped meeting is restored, what was carried on from it returns, in the words it
 *    has by then; where it was carried to it is recalled, and stands there again when it is carried there again.
 */
import { type Refusal, refuse } from '../refusal.ts';
import { LEAD_GRACE } from './baton.ts';
import type { CommandContext, HouseCommand } from './commands.ts';
import { carry, recall } from './decide-carry.ts';
import { closeMeeting } from './decide-clock.ts';
import { decideExtensionByHouse } from './decide-extension.ts';
import { goOn } from './decide-floor.ts';
import { lapseOffer, offerLead } from './decide-lead.ts';
import { freeRoles } from './decide-roles.ts';
import type { MeetingEvent } from './events.ts';
import { forgottenAt, overAt } from './forgotten.ts';
import type { SeatLedger } from './hot-seats.ts';
import { leaveFloor } from './round.ts';
import { isPresent, isRoomOpen, type MeetingState } from './state.ts';

export function decideHouse(
  state: MeetingState,
  command: HouseCommand,
  context: CommandContext,
): MeetingEvent[] | Refusal {
  const { now } = context;
  switch (command.kind) {
    case 'meeting.plan':
      return state.version > 0 ? refuse('already-done') : [plannedAt('meeting.planned', command)];
    case 'meeting.reschedule':
      if (state.status !== 'planned') return refuse('out-of-date');
      return isPlannedAt(state, command) ? [] : [plannedAt('meeting.rescheduled', command)];
    case 'meeting.skip':
      if (state.status === 'skipped') return [];
      return state.status === 'planned'
        ? [{ kind: 'meeting.skipped', because: command.because }]
        : refuse('out-of-date');
    case 'meeting.restore':
      return state.status === 'skipped' ? [{ kind: 'meeting.restored' }] : refuse('out-of-date');
    case 'meeting.close-forgotten':
      return closeForgotten(state, now);
    case 'lead.assign':
      return assignLead(state, command);
    case 'lead.offer':
      return offerLead(state, command, context);
    case 'lead.lapse':
      return lapseOffer(state, command, now);
    case 'attendance.arrive':
    case 'attendance.leave':
      return attend(state, command, now);
    case 'extension.open':
    case 'extension.close':
      return decideExtensionByHouse(state, command, context);
    case 'item.carry':
      return carry(state, command);
    case 'item.recall':
      return recall(state, command);
    case 'roles.free':
      return freeRoles(state, command);
    case 'seats.tell':
      if (state.status === 'closed') return refuse('meeting-closed');
      return isSameSeats(state.seats, command.seats) ? [] : [{ kind: 'seats.told', seats: command.seats }];
  }
}

function plannedAt<Kind extends 'meeting.planned' | 'meeting.rescheduled'>(
  kind: Kind,
  { startsAt, lengthMinutes }: { startsAt: number; lengthMinutes: number },
) {
  return { kind, startsAt, lengthMinutes };
}

function isPlannedAt(
  state: MeetingState,
  { startsAt, lengthMinutes }: { startsAt: number; lengthMinutes: number },
) {
  return state.startsAt === startsAt && state.lengthMinutes === lengthMinutes;
}

/** X2 */
function isSameSeats(known: SeatLedger, told: SeatLedger): boolean {
  const people = Object.keys({ ...known, ...told });
  return people.every(
    (person) => known[person]?.turns === told[person]?.turns && known[person]?.last === told[person]?.last,
  );
}

/** H4 */
function closeForgotten(state: MeetingState, now: number): MeetingEvent[] | Refusal {
  if (state.status === 'closed' || state.status === 'skipped') return [];
  if (now < forgottenAt(state)) return refuse('too-early');
  if (state.status === 'planned') return [{ kind: 'meeting.skipped', because: 'nobody-came' }];
  return closeMeeting(state, { how: 'forgotten', until: Math.min(now, overAt(state)) });
}

/** H2 */
function assignLead(
  state: MeetingState,
  { lead, line }: Extract<HouseCommand, { kind: 'lead.assign' }>,
): MeetingEvent[] | Refusal {
  if (state.status !== 'planned' || state.leadHistory.length > 0) return [];
  const { planned, line: known } = state.lead;
  const same =
    planned === lead && known.length === line.length && known.every((one, index) => one === line[index]);
  return same ? [] : [{ kind: 'lead.assigned', lead, line }];
}

/** H3 L2 F7 */
function attend(
  state: MeetingState,
  command: Extract<HouseCommand, { kind: `attendance.${string}` }>,
  now: number,
): MeetingEvent[] | Refusal {
  const { person } = command;
  if (command.kind === 'attendance.leave') {
    if (!isPresent(state, person)) return [];
    const missed: MeetingEvent = { kind: 'lead.missed', until: now + (command.grace ?? LEAD_GRACE) };
    return [
      { kind: 'attendance.left', person },
      ...(state.lead.holder === person ? [missed] : []),
      ...goOn(leaveFloor(state.floor, person, now)),
    ];
  }
  if (!isRoomOpen(state, now)) return refuse(state.status === 'planned' ? 'too-early' : 'meeting-closed');
  return isPresent(state, person) ? [] : [{ kind: 'attendance.arrived', person }];
}
