// What befalls the lines: every tab has its own weather, and its own page loads.
import type { Dice } from './dice.ts';
import type { Place } from './place.ts';

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** Ways in which a line is hurt, from the harmless to the worst. */
export const blows = ['slow', 'shred', 'cut', 'cut-midway', 'freeze', 'orphan', 'sleep', 'reload'] as const;
export type Blow = (typeof blows)[number];

/** Which blows (any unless told), and how long between two of one tab, about, in ms. */
export type Weather = { weather?: readonly Blow[] | undefined; every?: number | undefined };

/** Hurts one tab's line now and then, until `lasts` ms have passed. */
export async function blow(
  place: Place,
  dice: Dice,
  { lasts, every = lasts * 0.22, weather = blows }: Weather & { lasts: number },
): Promise<void> {
  const until = performance.now() + lasts;
  for (;;) {
    const wait = dice.between(every * 0.2, every * 1.8);
    if (performance.now() + wait > until) return;
    await pause(wait);
    await strike(place, dice.one(weather) ?? 'cut', dice);
  }
}

async function strike(place: Place, what: Blow, dice: Dice): Promise<void> {
  const { gate } = place;
  const ms = dice.between(50, 700);
  place.note(what, ms);
  switch (what) {
    case 'slow':
      return gate.set({ delay: dice.between(1, 120) });
    case 'shred':
      return gate.set({ shred: dice.chance(0.7) });
    case 'cut':
      return gate.cut();
    case 'cut-midway':
      return gate.cutMidway();
    case 'freeze':
      return gate.freeze(ms);
    case 'orphan':
      return gate.orphan(ms);
    case 'sleep':
      gate.sleep();
      await pause(ms);
      return gate.wake();
    case 'reload':
      return place.reload();
  }
}
