// What the parts of `bench:years` share: a house, where the figures go, and how a thing is timed.
import type { House } from '#server/house.ts';
import type { Figures } from '../figures.ts';

export type Study = { house: House; figures: Figures; rounds: number };

type Timed = {
  name: string;
  run: () => Promise<unknown>;
  /** Done before each round, and not counted. */
  before?: () => Promise<unknown>;
  /** How often it is done first, so that what follows is warm. */
  warm?: number;
};

/** Times `run` in every round, in ms. */
export async function time(
  { figures, rounds }: Study,
  { name, run, before, warm = 1 }: Timed,
): Promise<void> {
  for (let round = -warm; round < rounds; round += 1) {
    await before?.();
    const began = performance.now();
    await run();
    if (round >= 0) figures.add(name, performance.now() - began, 'ms');
  }
}
