// What people do in a run while everything goes wrong: they talk, in one room or in two, come and go.
import { actBetween } from './acts-between.ts';
import { leadThroughSilence } from './acts-in-silence.ts';
import type { Dice } from './dice.ts';
import type { Gathered } from './gather.ts';
import type { History } from './history.ts';
import { letSomebodyIn, removeSomebody } from './membership.ts';
import { keepActing, keepNoting, type Place } from './place.ts';
import type { Scope } from './scope.ts';
import type { World } from './world.ts';

/** Between two acts of one tab, about, where it is not the meeting's talk, in ms. */
const LEADING = 160;

/** How lively it is beside the meeting's talk, where a run does not say otherwise. */
export type Beside = {
  /** Between two lines of one tab in the circle's room, and between two things in the notes, about, in ms. */
  between?: number | undefined;
  noting?: number | undefined;
  /** How many are removed, in a run in which somebody is. */
  removals?: number | undefined;
};

type Wanted = { scope: Scope; lasts: number; pace: number } & Beside;

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** Sets everybody going. `coming` resolves when whoever was to come or go has. */
export function makeTraffic(
  world: World,
  gathered: Gathered,
  history: History,
  { scope, lasts, pace, between = 180, noting = 100, removals = 1 }: Wanted,
  dice: Dice,
): { coming: Promise<unknown>; stop: () => void } {
  const stops: (() => void)[] = [];
  function act(place: Place, name: string): void {
    if (place.room === gathered.circle)
      return void stops.push(keepActing(place, dice.apart(`acts ${name}`), between, actBetween));
    stops.push(keepActing(place, dice.apart(`acts ${name}`), pace));
    if (scope.notes) stops.push(keepNoting(place, dice.apart(`notes ${name}`), noting));
    if (scope.silence)
      stops.push(keepActing(place, dice.apart(`leads ${name}`), LEADING, leadThroughSilence));
  }

  async function remove(): Promise<void> {
    const own = dice.apart('removal');
    for (let left = removals; left > 0; left -= 1) {
      await pause(own.between((lasts * 0.25) / removals, (lasts * 0.7) / removals));
      await removeSomebody(world, history, gathered, own);
    }
  }
  async function letIn({ person, places }: NonNullable<Gathered['newcomer']>): Promise<void> {
    const own = dice.apart('newcomer');
    await pause(own.between(lasts * 0.2, lasts * 0.6));
    await letSomebodyIn(world, history, gathered, person, own);
    for (const [index, place] of places.entries()) {
      await place.reload();
      act(place, `newcomer ${index}`);
    }
  }

  for (const [index, place] of gathered.places.entries()) act(place, `${index}`);
  async function compact(): Promise<void> {
    const own = dice.apart('compaction');
    await pause(own.between(lasts * 0.3, lasts * 0.9));
    const [meeting = ''] = gathered.rooms;
    await own.one(world.servers)?.have({ do: 'compact', meeting });
  }
  const coming = [
    scope.notes ? compact() : null,
    scope.removal ? remove() : null,
    gathered.newcomer ? letIn(gathered.newcomer) : null,
  ];
  return {
    coming: Promise.all(coming),
    stop() {
      for (const stop of stops) stop();
    },
  };
}
