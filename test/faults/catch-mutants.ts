// Whether the checker notices what it is there for: every mutant has to be caught, or clean runs mean nothing.
import { befalling } from './griefs.ts';
import { type Mutant, mutants } from './mutants.ts';
import { holdRun } from './run.ts';
import { meetingAlone } from './scope.ts';
import { type Part, say } from './tally.ts';
import type { Violation } from './verdict.ts';
import type { Wishes } from './wishes.ts';
import { openWorld } from './world.ts';

/** How many runs a mutant may survive; a crash finds its window more often than not. */
const MOST_TRIES = 16;
/** They mostly wait. */
const AT_ONCE = 3;
/** A mutant need not be waited for as long as the real thing, in ms. */
const PATIENCE = 3_000;

/** Runs each mutant until it is caught. */
export async function catchMutants(wishes: Wishes): Promise<Part> {
  const caught: string[] = [];
  const left = [...mutants];
  async function work(): Promise<void> {
    for (let mutant = left.shift(); mutant; mutant = left.shift())
      if (await isCaught(mutant, wishes)) caught.push(mutant.name);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const missed = mutants.filter(({ name }) => !caught.includes(name)).map(({ name }) => name);
  const sentence = `${caught.length} of ${mutants.length} mutants were caught${missed.length > 0 ? `, not ${missed.join(', ')}` : ''}.`;
  return { good: missed.length === 0, sentence };
}

async function isCaught(mutant: Mutant, { seed, folder }: Wishes): Promise<boolean> {
  const { grief, weather, scope } = mutant;
  const own = `${folder}/${mutant.name}`;
  const world = await openWorld({ processes: 1, mutant: mutant.name, folder: own });
  try {
    for (let index = 0; index < MOST_TRIES; index += 1) {
      const size = { members: 4, lasts: 1_500, pace: 25, patience: PATIENCE };
      const { violations } = await holdRun(world, {
        ...{ ...size, ...befalling(grief), weather },
        ...{ seed: seed + index, folder: own, scope: { ...meetingAlone, ...scope } },
      });
      // Being slow is no proof, and a mutant that falls over was not put together well.
      const telling = violations.filter(({ wrong }) => wrong !== 'late' && wrong !== 'died');
      if (telling.length === 0) continue;
      say(`${mutant.name}: caught in run ${index + 1}: ${summed(telling)}`);
      return true;
    }
    say(`${mutant.name}: NOT caught in ${MOST_TRIES} runs`);
    return false;
  } finally {
    await world.close();
  }
}

function summed(violations: Violation[]): string {
  const kinds = [...new Set(violations.map(({ wrong }) => wrong))];
  const counts = kinds.map((kind) => `${violations.filter(({ wrong }) => wrong === kind).length} ${kind}`);
  return `${counts.join(', ')} (${violations[0]?.what})`;
}
