// A member's line as the load sees it, the same for every server.
import type { Place } from './world.ts';

/** Where a line goes and what it does with what it hears. */
export type LineWanted = { url: string; room: string; place: Place; heard: (text: string) => void };

/** `lost` counts are filled by lines whose server numbers what it sends. */
export type LoadLine = {
  /** Connects and enters the room; rejects when it is not let in. */
  open: () => Promise<void>;
  /** Connects again after `close` and gets what was missed, where the server can tell. */
  reopen: () => Promise<void>;
  /** Says something; `done` hears how it was answered. */
  say: (text: string, done: (answer: Said) => void) => void;
  /** What was wrong with the order of what came, so far. */
  faults: () => Faults;
  /** The newest number that came, or 0 where nothing is numbered. */
  newest: () => number;
  close: () => void;
};

/** The number that a message got; 0 where there are none. Or the word of the refusal. */
export type Said = { version: number } | { refused: string };

export type Faults = { lost: number; disordered: number; doubled: number };

export const noFaults: Faults = { lost: 0, disordered: 0, doubled: 0 };

export function addFaults(one: Faults, other: Faults): Faults {
  return {
    lost: one.lost + other.lost,
    disordered: one.disordered + other.disordered,
    doubled: one.doubled + other.doubled,
  };
}
