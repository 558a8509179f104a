/**
 * The house's own alarms: what the house has to do in a meeting at an instant, without anybody asking. Whatever has a
 * time that runs out (a grace, an offer, a vote) says here when that is and which house command settles it; one timer
 * for each room does the rest, and `decide` has the last word.
 *
 * D1 An alarm follows from the state alone, so that every process and every restart knows the same ones.
 * D2 What is due is done in the order of its time; what is not yet due is left alone.
 * D3 A command that was done, or that no longer holds, is not due any more: no alarm rings for ever.
 */
import { batonAlarms } from './baton.ts';
import type { HouseCommand } from './commands.ts';
import { voteClosesAt, voteOpensAt } from './decide-extension.ts';
import { forgottenAt } from './forgotten.ts';
import type { MeetingState } from './state.ts';

/** A house command and when it is due, in ms since the epoch. */
export type Alarm = { at: number; command: HouseCommand };

/** Every noun's alarms; each answers those that stand in this state. */
const clocks: readonly ((state: MeetingState) => Alarm[])[] = [batonAlarms, extensionAlarm, forgottenAlarm];

/** D1 D2: all alarms that stand, earliest first; of the same instant in the order of the nouns. */
export function alarmsOf(state: MeetingState): Alarm[] {
  return clocks.flatMap((clock) => clock(state)).sort((a, b) => a.at - b.at);
}

/** D2: the alarms whose time has come at `now` (ms), earliest first. */
export function dueAlarms(state: MeetingState, now: number): Alarm[] {
  return alarmsOf(state).filter(({ at }) => at <= now);
}

/** D2: the house commands that are due at `now` (ms), earliest first. */
export function dueCommands(state: MeetingState, now: number): HouseCommand[] {
  return dueAlarms(state, now).map(({ command }) => command);
}

/** When the next alarm rings, in ms since the epoch; null when none stands. It may lie in the past. */
export function nextDue(state: MeetingState): number | null {
  return alarmsOf(state)[0]?.at ?? null;
}

/** H4: a room that is empty, or in which a tab was left open, closes by itself. */
function forgottenAlarm(state: MeetingState): Alarm[] {
  const isOver = state.status === 'closed' || state.status === 'skipped';
  if (state.version === 0 || isOver) return [];
  return [{ at: forgottenAt(state), command: { kind: 'meeting.close-forgotten' } }];
}

/** T2: the vote on more time opens when the running item's time is over, and closes by itself. */
function extensionAlarm(state: MeetingState): Alarm[] {
  const { extension, running } = state;
  const closesAt = voteClosesAt(state);
  if (extension && closesAt !== null)
    return [{ at: closesAt, command: { kind: 'extension.close', item: extension.item } }];
  const opensAt = voteOpensAt(state);
  if (running === null || opensAt === null) return [];
  return [{ at: opensAt, command: { kind: 'extension.open', item: running } }];
}
