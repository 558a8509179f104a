/**
 * Turns of people whose turn it is no longer.
 *
 * G14 Whoever the phase that is on does not name, or not any more, gives way: they have no floor, no hand up and no place in
 *    its round, also when the seat, a role or the lead changes hands in it, when a pause ends, and when they come into the room.
 */
import { goOn } from './decide-floor.ts';
import type { MeetingEvent } from './events.ts';
import { foldFrom } from './fold.ts';
import type { MeetingState } from './state.ts';
import { currentPhase, isAsked, isSilent } from './turn.ts';

/** G14: what must follow in a state in which somebody is out of turn. */
export function giveWay(state: MeetingState, now: number): MeetingEvent[] {
  const { holder, round, hands } = state.floor;
  const current = currentPhase(state);
  // G8
  if (!current || current.item.clock.state === 'paused') return [];
  const gives = (person: string) => isSilent(current.phase) || !isAsked(state, person);
  const events: MeetingEvent[] = [
    ...(round?.waiting ?? []).filter(gives).map((person) => ({ kind: 'round.passed', person }) as const),
    ...(holder && gives(holder.person) ? [{ kind: 'floor.ended', person: holder.person } as const] : []),
    ...hands.flatMap(({ person }) => (gives(person) ? [{ kind: 'hand.lowered', person } as const] : [])),
  ];
  return events.length > 0 ? [...events, ...goOn(foldFrom(state, events, now).floor)] : [];
}

/** What was decided, and what follows for people who are out of turn by it. */
export function withWayGiven(state: MeetingState, events: MeetingEvent[], now: number): MeetingEvent[] {
  const { holder, round, hands } = state.floor;
  const isFloorEmpty = !holder && !round && hands.length === 0;
  if (isFloorEmpty || events.length === 0) return events;
  return [...events, ...giveWay(foldFrom(state, events, now), now)];
}
