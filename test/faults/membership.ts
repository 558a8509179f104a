// Members who come and go in the middle of a run, on whatever process, while everything else goes wrong.
import type { Deed } from './deed.ts';
import type { Dice } from './dice.ts';
import type { History } from './history.ts';
import { headsOf } from './rest.ts';
import type { World } from './world.ts';

export type Company = {
  circle: string;
  /** The rooms that the run is about. */
  rooms: string[];
  /** Who belongs from the beginning; the first of them stays. */
  people: string[];
  /** Who does not any more. */
  gone: Set<string>;
};

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** One of them removes another. What is in the logs a moment after that is the most that they may ever see. */
export async function removeSomebody(
  world: World,
  history: History,
  { circle, rooms, people, gone }: Company,
  dice: Dice,
): Promise<void> {
  const [by = '', ...others] = people;
  const person = dice.one(others);
  if (!person) return;
  history.note({ do: 'fault', what: 'remove-member', more: person });
  await insist(world, dice, { do: 'remove', circle, person, by });
  gone.add(person);
  for (const [room, version] of await untilRead(() => headsOf(world, rooms)))
    history.of(room).note({ do: 'left', person, version });
}

/** Somebody who was none becomes a member. */
export async function letSomebodyIn(
  world: World,
  history: History,
  { circle, people: [by = ''] }: Company,
  person: string,
  dice: Dice,
): Promise<void> {
  history.note({ do: 'joining', person });
  await insist(world, dice, { do: 'join', circle, person, by });
}

/** On one process after the other, until it is so: any of them may die over it. */
async function insist(world: World, dice: Dice, deed: Deed): Promise<void> {
  const until = performance.now() + 30_000;
  while (!(await isDone(world, deed).catch(() => false))) {
    if (performance.now() > until) throw new Error(`${deed.do}: it could not be done in half a minute.`);
    await dice.one(world.servers.filter((server) => server.isUp()))?.have(deed);
    await pause(20);
  }
}

async function isDone({ database }: World, { do: what, circle, person }: Deed): Promise<boolean> {
  const { rowCount } = await database.connection.pool.query(
    'select from membership where circle_id = $1 and person_id = $2 and left_at is null',
    [circle, person],
  );
  return (rowCount === 0) === (what === 'remove');
}

async function untilRead<Read>(read: () => Promise<Read>): Promise<Read> {
  for (;;) {
    const found = await read().catch(() => null);
    if (found) return found;
    await pause(30);
  }
}
