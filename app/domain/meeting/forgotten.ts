/** A meeting that nobody closes: from when on the house does it, and when it was over (H4 of decide-house.ts). */
import { endsAt, isPresent, type MeetingState } from './state.ts';

/** How long after the planned end an empty room closes by itself, in ms. */
export const FORGOTTEN_AFTER = 30 * 60_000;
/** How long after it one closes in which somebody still sits, in ms: by then that is a tab that was left open. */
const LEFT_OPEN_AFTER = 6 * 3_600_000;

/** H4: when a forgotten meeting was over, in ms: nothing is done, and nobody's time counts, after that. */
export function overAt(
  state: Pick<MeetingState, 'attendance' | 'startsAt' | 'lengthMinutes' | 'startedAt' | 'items'>,
): number {
  const people = Object.values(state.attendance);
  const left = people.flatMap(({ leftAt }) => leftAt ?? []);
  const sits = people.some(({ since }) => since !== null);
  const begun = state.items.flatMap(({ clock }) => clock.startedAt ?? []);
  return Math.max(state.startedAt ?? state.startsAt, ...begun, ...left, ...(sits ? [endsAt(state)] : []));
}

/** H4: from when on, in ms, the meeting is one that nobody closes any more. */
export function forgottenAt(state: Pick<MeetingState, 'attendance' | 'startsAt' | 'lengthMinutes'>): number {
  const isEmpty = Object.keys(state.attendance).every((person) => !isPresent(state, person));
  return endsAt(state) + (isEmpty ? FORGOTTEN_AFTER : LEFT_OPEN_AFTER);
}
