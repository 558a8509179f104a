// What may befall the servers and the database in a run. Each run has one of these, in turn, besides the weather on its lines.
import type { Dice } from './dice.ts';
import type { History } from './history.ts';
import type { World } from './world.ts';

const griefs = [
  'network',
  'kill-server',
  'die-before-acknowledging',
  'kill-database',
  'die-in-transaction',
  'restart-database',
  'die-before-telling',
  'full-disk',
  'die-catching-up',
  'clock-jump',
  'pause-server',
  'kill-both',
  'cut-connections',
  'kill-redis',
] as const;

export type Grief = (typeof griefs)[number];

/** All of them in turn, or the one that was asked for. Throws when there is none of that name. */
export function griefsFor(name: string | undefined): Grief[] {
  const chosen = griefs.filter((grief) => !name || grief === name);
  if (chosen.length === 0) throw new Error(`There is no grief ${name}; there are: ${griefs.join(', ')}.`);
  return chosen;
}

/** What a grief is dealt with: when the traffic ends, in ms, and how to break every line at once. */
export type Scene = { world: World; dice: Dice; history: History; lasts: number; cutLines: () => void };

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** A run's name and trouble, for one grief. */
export function befalling(grief: Grief): { name: string; trouble: (scene: Scene) => Promise<void> } {
  return { name: grief, trouble: (scene) => grieve(grief, scene) };
}

/** Brings it about, and resolves when it is over or will pass by itself. */
async function grieve(grief: Grief, scene: Scene): Promise<void> {
  const { world, dice, lasts } = scene;
  const note = (more?: unknown) => scene.history.note({ do: 'fault', what: grief, more });
  const server = dice.one(world.servers);
  if (!server || grief === 'network') return;
  await pause(dice.between(lasts * 0.2, lasts * 0.6));

  switch (grief) {
    case 'kill-server':
      note();
      return server.kill();
    case 'kill-both':
      note();
      world.database.kill();
      return server.kill();
    case 'kill-database':
      note();
      world.database.kill();
      await pause(dice.between(200, 600));
      if (!dice.chance(0.4)) return;
      note();
      return world.database.kill();
    case 'restart-database':
      note();
      return world.database.restart();
    case 'cut-connections':
      for (let times = dice.between(2, 6); times > 0; times -= 1) {
        note();
        await world.database.cutConnections();
        await pause(dice.between(20, 250));
      }
      return;
    case 'kill-redis':
      note();
      await world.redis?.kill();
      await pause(dice.between(200, 1_200));
      return world.redis?.start();
    case 'full-disk':
      note({ filled: world.database.fill() });
      await pause(dice.between(500, 1_200));
      return world.database.free();
    case 'pause-server':
      note();
      return server.pause(dice.between(200, 1_500));
    case 'clock-jump':
      for (const times of [1, 2]) {
        const ms = dice.between(-7_200_000, 7_200_000);
        note({ ms, times });
        for (const each of world.servers) each.tell({ do: 'jump', ms });
        await pause(dice.between(100, lasts * 0.3));
      }
      return;
    case 'die-catching-up':
      note();
      server.tell({ do: 'die-at', point: 'mid-catch-up', after: dice.between(1, 3) });
      return scene.cutLines();
    default: {
      note();
      const point = dying[grief];
      return server.tell({ do: 'die-at', point, after: point === 'after-insert' ? 1 : dice.between(1, 5) });
    }
  }
}

const dying = {
  'die-before-acknowledging': 'after-commit-before-ack',
  'die-in-transaction': 'after-insert',
  'die-before-telling': 'before-hint',
} as const;
