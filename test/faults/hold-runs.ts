// Many runs, one after the other in one world, each with its seed and its grief in turn.

import { openDice } from './dice.ts';
import { befalling, type Grief, griefs } from './griefs.ts';
import type { Judgement } from './judge.ts';
import { holdRun } from './run.ts';
import { openTally, type Part, say } from './tally.ts';
import type { Wishes } from './wishes.ts';
import { openWorld } from './world.ts';

/** Holds them all; a run with violations does not end the set. */
export async function holdRuns(wishes: Wishes): Promise<Part> {
  const { seed: first, runs, processes, patience, folder } = wishes;
  const chosen = griefs.filter((grief) => !wishes.grief || grief === wishes.grief);
  if (chosen.length === 0)
    throw new Error(`There is no grief ${wishes.grief}; there are: ${griefs.join(', ')}.`);
  const world = await openWorld({ processes, folder, smallDisk: chosen.includes('full-disk') });
  if (chosen.includes('full-disk') && !world.database.canFill)
    say('no small disk can be mounted here: the runs of a full disk are runs of the network alone');
  const tally = openTally();
  for (let index = 0; index < runs; index += 1) {
    const seed = first + index;
    const grief = chosen[seed % chosen.length] as Grief;
    const dice = openDice(seed).apart('size');
    const size = {
      members: dice.between(3, 5),
      lasts: dice.between(1_200, 2_400),
      pace: dice.between(30, 90),
    };
    const judgement = await holdRun(world, { ...{ seed, patience, folder }, ...size, ...befalling(grief) });
    tellRun(`${index + 1}/${runs} seed ${seed} ${grief}`, judgement);
    tally.add(judgement);
  }
  await world.close();
  return tally.sum(
    `${runs} runs from seed ${first} on ${processes === 1 ? 'one process' : `${processes} processes`}`,
  );
}

/** Says what a run came to, with the first violations. */
export function tellRun(title: string, run: Judgement & { history: string }): void {
  const { commands, acknowledged, retried, events, settledMs, violations } = run;
  const figures = `${commands} commands, ${acknowledged} acknowledged, ${retried} sent again, ${events} events`;
  say(`${title}: ${figures}, at rest after ${settledMs ?? '?'} ms`);
  for (const { wrong, what } of violations.slice(0, 10)) say(`   ${wrong}: ${what}`);
  if (violations.length > 0) say(`   ${violations.length} violations; the history is ${run.history}`);
}
