// Chance that can be thrown again: the same seed gives the same throws.

export type Dice = {
  /** From 0 up to, but not including, 1. */
  roll: () => number;
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number;
  /** True that often: 0 never, 1 always. */
  chance: (share: number) => boolean;
  /** One of several; undefined of none. */
  one: <Thing>(things: readonly Thing[]) => Thing | undefined;
  /** A UUID. */
  id: () => string;
  /** Dice of their own for a part, so that what one part throws changes nothing for the others. */
  apart: (name: string) => Dice;
};

/** mulberry32 by Tommy Ettinger: 32 bits of state, good enough to choose faults with. */
export function openDice(seed: number): Dice {
  let state = seed >>> 0;
  function roll(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1));
  const hex = (count: number) =>
    Array.from({ length: count }, () => Math.floor(roll() * 16).toString(16)).join('');
  return {
    roll,
    between,
    chance: (share) => roll() < share,
    one: (things) => things[Math.floor(roll() * things.length)],
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    apart: (name) =>
      openDice(seed ^ [...name].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7)),
  };
}
