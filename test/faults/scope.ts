// What a run has in it besides a meeting and its talk, thrown by its own dice.
import type { Dice } from './dice.ts';

export type Scope = {
  /** The circle's own room is in use at the same time. */
  circleRoom: boolean;
  /** Somebody is removed in the middle; somebody joins. */
  removal: boolean;
  newcomer: boolean;
  /** Whoever leads brings everybody to writing in silence, again and again. */
  silence: boolean;
  /** Everybody writes into the shared notes of the meeting. */
  notes: boolean;
};

/** A meeting alone. */
export const meetingAlone: Scope = {
  circleRoom: false,
  removal: false,
  newcomer: false,
  silence: false,
  notes: false,
};

/** Two or three of them in most runs; all of them in some. */
export function throwScope(dice: Dice): Scope {
  return {
    circleRoom: dice.chance(0.4),
    removal: dice.chance(0.5),
    newcomer: dice.chance(0.3),
    silence: dice.chance(0.5),
    notes: dice.chance(0.4),
  };
}
