/** Hands, the floor and the round: F-rules of floor.ts and round.ts. */
import { type Refusal, refuse } from '../refusal.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { endTurn, type Floor, isHandUp } from './floor.ts';
import { hasRole } from './roles.ts';
import { passTurn, type RoundOrder, roundPeople } from './round.ts';
import { isPresent, type MeetingState } from './state.ts';
import { isAsked } from './turn.ts';

type FloorCommand = Extract<
  MemberCommand,
  { kind: `hand.${string}` | `floor.${string}` | `round.${string}` }
>;
type RoundCommand = Extract<FloorCommand, { kind: `round.${string}` }>;

export function decideFloor(
  state: MeetingState,
  command: FloorCommand,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  const { actor, now } = context;
  const { floor } = state;
  const leads = state.lead.holder === actor;
  const speaking = floor.holder?.person;
  switch (command.kind) {
    case 'hand.raise':
      if (!isPresent(state, actor)) return refuse('not-present');
      return isHandUp(floor, actor) || speaking === actor ? [] : [{ kind: 'hand.raised', person: actor }];
    case 'hand.lower':
      if (command.person !== actor && !leads) return refuse('not-yours');
      return isHandUp(floor, command.person) ? [{ kind: 'hand.lowered', person: command.person }] : [];
    case 'floor.give':
      if (!leads) return refuse('not-leading');
      if (!isPresent(state, command.person)) return refuse('not-present');
      return speaking === command.person ? [] : [{ kind: 'floor.given', person: command.person }];
    case 'floor.end':
      if (command.person !== actor && !leads) return refuse('not-yours');
      if (speaking !== command.person) return [];
      return [{ kind: 'floor.ended', person: command.person }, ...goOn(endTurn(floor, now))];
    case 'floor.order':
      if (!leads) return refuse('not-leading');
      return floor.order === command.order ? [] : [{ kind: 'floor.ordered', order: command.order }];
    case 'floor.limit': {
      // Q4
      if (!leads && !hasRole(state, actor, 'timekeeper')) return refuse('not-leading');
      const ms = command.minutes === null ? null : command.minutes * 60_000;
      return floor.turnMs === ms ? [] : [{ kind: 'floor.limited', ms }];
    }
    default:
      return decideRound(state, command, context);
  }
}

/** F6 F7 */
function decideRound(
  state: MeetingState,
  command: RoundCommand,
  { actor, now, members }: MemberContext,
): MeetingEvent[] | Refusal {
  const { floor } = state;
  const leads = state.lead.holder === actor;
  if (command.kind === 'round.pass') {
    if (command.person !== actor && !leads) return refuse('not-yours');
    const { round, holder } = floor;
    const isTheirs = round?.waiting.includes(command.person) || holder?.person === command.person;
    if (!round || !isTheirs) return refuse('out-of-date');
    const passed = passTurn(floor, command.person, now);
    return [{ kind: 'round.passed', person: command.person }, ...goOn(passed)];
  }
  if (!leads) return refuse('not-leading');
  if (command.kind === 'round.end') return floor.round ? [{ kind: 'round.ended' }] : [];
  if (floor.round) return refuse('already-done');
  const begun = inviteRound(state, command, { actor, members });
  return begun.length > 0 ? begun : refuse('not-present');
}

/** F6: the beginning of a round of everybody who is here and whom the phase names; nothing when that is nobody. */
export function inviteRound(
  state: MeetingState,
  { order, seed }: { order: RoundOrder; seed: number },
  { actor, members }: Pick<MemberContext, 'actor' | 'members'>,
): MeetingEvent[] {
  const ring = [...members].filter((person) => isPresent(state, person) && isAsked(state, person));
  const people = roundPeople(ring, { order, seed, lead: actor });
  const [first] = people;
  if (!first) return [];
  const invited: MeetingEvent = { kind: 'round.invited', order, seed, people };
  return state.floor.holder?.person === first ? [invited] : [invited, { kind: 'floor.given', person: first }];
}

/** F6: what follows when the floor has become free in a round: the next one has it, or the round is over. */
export function goOn({ round, holder }: Floor): MeetingEvent[] {
  if (!round || holder) return [];
  const [next] = round.waiting;
  return next ? [{ kind: 'floor.given', person: next }] : [{ kind: 'round.ended' }];
}
