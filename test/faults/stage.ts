// What one job holds its runs on: which run belongs to a seed, and the world that it is held in.
import { openDice } from './dice.ts';
import { befalling, type Grief, griefsFor } from './griefs.ts';
import type { Judgement } from './judge.ts';
import { holdRun } from './run.ts';
import { throwScope } from './scope.ts';
import { say } from './tally.ts';
import type { Wishes } from './wishes.ts';
import { openWorld } from './world.ts';

/** A run that was held and judged; `history` is its file. */
export type Held = { seed: number; grief: Grief; judgement: Judgement & { history: string } };

/** Opens the world. Whatever a run does follows from its seed and the wishes alone, not from who holds it. */
export async function openStage(wishes: Wishes) {
  const { processes, patience, folder } = wishes;
  const chosen = griefsFor(wishes.grief);
  const world = await openWorld({ processes, folder, smallDisk: chosen.includes('full-disk') });
  if (chosen.includes('full-disk') && !world.database.canFill)
    say('no small disk can be mounted here: the runs of a full disk are runs of the network alone');
  return {
    async hold(seed: number): Promise<Held> {
      const grief = chosen[seed % chosen.length] as Grief;
      const dice = openDice(seed).apart('size');
      const size = {
        members: dice.between(3, 5),
        lasts: dice.between(1_200, 2_400),
        pace: dice.between(30, 90),
      };
      const scope = throwScope(openDice(seed).apart('scope'));
      const wanted = { ...{ seed, patience, folder, scope }, ...size, ...befalling(grief) };
      return { seed, grief, judgement: await holdRun(world, wanted) };
    },
    close: () => world.close(),
  };
}
