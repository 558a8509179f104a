import { type Figures, standardFigures } from '#server/limits/figures.ts';

/** As often as one likes: for tests about anything but the limits. */
export const unlimited: Figures = Object.fromEntries(
  Object.entries(standardFigures).map(([name, figure]) => [name, { ...figure, points: 100_000_000 }]),
);
