/** A clock that moves when it is told to. */
export type TestClock = {
  now: () => number;
  /** Moves on by milliseconds. */
  advance: (milliseconds: number) => void;
  /** Jumps to an instant such as `2026-11-26T18:00:00Z`. */
  set: (instant: string) => void;
};

/** Starts at an instant; the same one in every run unless told. */
export function testClock(instant = '2026-11-23T09:00:00Z'): TestClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
    set(next) {
      now = Date.parse(next);
    },
  };
}
