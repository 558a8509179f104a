// What was asked for on the command line.
import { parseArgs } from 'node:util';

export type Wishes = {
  seed: number;
  runs: number;
  /** How many runs are held side by side. */
  jobs: number;
  processes: number;
  patience: number;
  /** Only this grief, instead of one after the other. */
  grief: string | undefined;
  withMutants: boolean;
  onlyMutants: boolean;
  drill: boolean;
  minutes: number;
  folder: string;
};

const usage = `npm run faults -- [--seed S] [--runs N] [--jobs J] [--processes P] [--patience MS] [--grief NAME]
               [--with-mutants | --mutants | --drill [--minutes M]] [--folder DIRECTORY]`;

/** Reads them. Throws with the usage where they make no sense. */
export function readWishes(args: string[]): Wishes {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{
        seed: text,
        runs: text,
        jobs: text,
        processes: text,
        patience: text,
        grief: text,
        minutes: text,
        folder: text,
      },
      ...{ 'with-mutants': flag, mutants: flag, drill: flag },
    },
  });
  return {
    seed: whole(values.seed, 1, 0, 2 ** 31),
    runs: whole(values.runs, 12, 1, 100_000),
    jobs: whole(values.jobs, 1, 1, 16),
    processes: whole(values.processes, values.drill ? 3 : 2, 1, 8),
    patience: whole(values.patience, 5_000, 100, 120_000),
    grief: values.grief,
    withMutants: values['with-mutants'],
    onlyMutants: values.mutants,
    drill: values.drill,
    minutes: whole(values.minutes, 10, 1, 600),
    folder: values.folder ?? '.data/faults',
  };
}

function whole(value: string | undefined, otherwise: number, least: number, most: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (!Number.isInteger(number) || number < least || number > most) throw new Error(usage);
  return number;
}
