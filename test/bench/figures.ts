// The figures of a benchmark: every round's value under its name, and in the end one line of JSON.

/** What a figure has to reach: at least, or at most. */
export type Goal = `>= ${number}` | `<= ${number}`;

type Figure = { name: string; unit: string; goal: Goal | null; values: number[] };

export type Summary = {
  name: string;
  median: number;
  min: number;
  max: number;
  unit: string;
  goal?: Goal;
  met?: boolean;
};

/** Collects values by name. A figure without a goal is for information. */
export function openFigures() {
  const figures = new Map<string, Figure>();
  return {
    add(name: string, value: number, unit: string, goal: Goal | null = null): void {
      const figure = figures.get(name) ?? { name, unit, goal, values: [] };
      figure.values.push(value);
      figures.set(name, figure);
    },
    /** Those with a goal first, each with its median, least and greatest value. */
    summaries(): Summary[] {
      const all = [...figures.values()].map(summarise);
      return [...all.filter(({ goal }) => goal), ...all.filter(({ goal }) => !goal)];
    },
  };
}

export type Figures = ReturnType<typeof openFigures>;

/** The value in the middle, or between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

/** The value below which this share (0 to 1) of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function summarise({ name, unit, goal, values }: Figure): Summary {
  const middle = median(values);
  const figure = {
    name,
    median: short(middle),
    min: short(Math.min(...values)),
    max: short(Math.max(...values)),
    unit,
  };
  return goal ? { ...figure, goal, met: isMet(middle, goal) } : figure;
}

function isMet(value: number, goal: Goal): boolean {
  const [sign, limit] = goal.split(' ');
  return sign === '>=' ? value >= Number(limit) : value <= Number(limit);
}

/** Four significant digits; whole numbers as they are. */
function short(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
