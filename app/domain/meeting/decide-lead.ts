/**
 * Who leads: exactly one person, and never nobody who may.
 *
 * L1 The lead may be handed to somebody who is in the room; whoever handed it over may take it back. When it went on
 *    from hand to hand, that is the first of them.
 * L2 While the lead is not in the room, the first of the line who is there may take it with one click.
 * L3 When the lead has been away for LEAD_AWAY while the room was open, anybody who is there may take it.
 * L4 Whoever takes the lead must be in the room.
 * L5 Every change is in the record: who, from whom, how.
 */
import { type Refusal, refuse } from '../refusal.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { isPresent, type MeetingState, ROOM_OPENS_BEFORE } from './state.ts';

/** L3: how long the lead must be away before anybody may step in, in ms. */
export const LEAD_AWAY = 2 * 60_000;

type LeadCommand = Extract<MemberCommand, { kind: 'lead.take' | 'lead.pass' }>;

export function decideLead(
  state: MeetingState,
  command: LeadCommand,
  { actor, now }: MemberContext,
): MeetingEvent[] | Refusal {
  const { holder } = state.lead;
  if (command.kind === 'lead.pass') {
    if (holder !== actor) return refuse('not-leading');
    if (!isPresent(state, command.to)) return refuse('not-present');
    return command.to === actor
      ? []
      : [{ kind: 'lead.changed', to: command.to, from: actor, how: 'handed-over' }];
  }
  if (holder === actor) return [];
  const how = wayToLead(state, actor, now);
  return how
    ? [{ kind: 'lead.changed', to: actor, from: holder, how }]
    : refuse('not-allowed', {
        message: 'The lead is in good hands. Ask for it, or wait until it is free.',
      });
}

/** How this person could take the lead right now (L1 to L4), or null when they may not. */
export function wayToLead(
  state: MeetingState,
  person: string,
  now: number,
): 'stepped-in' | 'taken-back' | null {
  const { holder, lentBy } = state.lead;
  if (holder === person || !isPresent(state, person)) return null;
  if (lentBy === person) return 'taken-back';
  if (holder !== null && isPresent(state, holder)) return null;
  const mayStepIn = firstInLine(state) === person || now - leadAwaySince(state) >= LEAD_AWAY;
  return mayStepIn ? 'stepped-in' : null;
}

/** L2: who is next: the first of the line who is in the room; without a line, whoever came first. */
export function firstInLine(state: MeetingState): string | null {
  const inLine = state.lead.line.find((person) => isPresent(state, person));
  if (inLine) return inLine;
  const here = Object.entries(state.attendance).filter(([, one]) => one.since !== null);
  here.sort(([a, one], [b, other]) => one.arrivedAt - other.arrivedAt || (a < b ? -1 : 1));
  return here[0]?.[0] ?? null;
}

/** Since when the room has been open without its lead, in ms since the epoch. */
function leadAwaySince(state: MeetingState): number {
  const opened = state.startsAt - ROOM_OPENS_BEFORE;
  const left = state.lead.holder === null ? null : state.attendance[state.lead.holder]?.leftAt;
  return Math.max(opened, left ?? opened);
}
