// What one job holds its runs on: which run belongs to a seed, and the world that it is held in.
import { openDice } from './dice.ts';
import { befalling, type Grief, griefsFor } from './griefs.ts';
import type { Judgement } from './judge.ts';
import { holdRun } from './run.ts';
import { throwScope } from './scope.ts';
import { say } from './tally.ts';
import type { Wishes } from './wishes.ts';
import { openWorld, type World } from './world.ts';

/** A run that was held and judged; `history` is its file. */
export type Held = {
  seed: number;
  grief: Grief;
  overRedis: boolean;
  judgement: Judgement & { history: string };
};

/** Whatever a run does follows from its seed and the wishes alone, not from who holds it. */
export function openStage(wishes: Wishes) {
  const { patience, folder } = wishes;
  const chosen = griefsFor(wishes.grief);
  const worlds = new Map<boolean, Promise<World>>();

  /** One world where processes speak over PostgreSQL, and one where they do over Redis; each is opened when it is needed. */
  function worldFor(overRedis: boolean): Promise<World> {
    const known = worlds.get(overRedis);
    const world = known ?? openFor(wishes, { overRedis, smallDisk: chosen.includes('full-disk') });
    worlds.set(overRedis, world);
    return world;
  }

  return {
    async hold(seed: number): Promise<Held> {
      const grief = chosen[seed % chosen.length] as Grief;
      const dice = openDice(seed).apart('size');
      const size = {
        members: dice.between(3, 5),
        lasts: dice.between(1_200, 2_400),
        pace: dice.between(30, 90),
      };
      const overRedis = grief === 'kill-redis' || dice.chance(0.15);
      const scope = throwScope(openDice(seed).apart('scope'));
      const wanted = { ...{ seed, patience, folder, scope }, ...size, ...befalling(grief) };
      const judgement = await holdRun(await worldFor(overRedis), wanted);
      return { seed, grief, overRedis, judgement };
    },
    async close(): Promise<void> {
      for (const world of worlds.values()) await (await world).close();
    },
  };
}

async function openFor(
  { processes, folder }: Wishes,
  kind: { overRedis: boolean; smallDisk: boolean },
): Promise<World> {
  const world = await openWorld({ processes, folder, ...kind });
  if (kind.smallDisk && !world.database.canFill)
    say('no small disk can be mounted here: the runs of a full disk are runs of the network alone');
  return world;
}
