// Members who come and go in the middle of a run, on whatever process, while everything else goes wrong.
import type { MembershipDeed } from './deed.ts';
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
  const person = dice.one(others.filter((other) => !gone.has(other)));
  if (!person) return;
  history.note({ do: 'fault', what: 'remove-member', more: person });
  await insist(world, dice, { do: 'remove', circle, person, by });
  gone.add(person);
  const [heads, notes] = await untilRead(() => Promise.all([headsOf(world, rooms), notesOf(world, rooms)]));
  for (const [room, version] of heads)
    history.of(room).note({ do: 'left', person, version, notes: notes.get(room) ?? 0 });
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
async function insist(world: World, dice: Dice, deed: MembershipDeed): Promise<void> {
  const until = performance.now() + 30_000;
  while (!(await isDone(world, deed).catch(() => false))) {
    if (performance.now() > until) throw new Error(`${deed.do}: it could not be done in half a minute.`);
    await dice.one(world.servers.filter((server) => server.isUp()))?.have(deed);
    await pause(20);
  }
}

async function isDone({ database }: World, { do: what, circle, person }: MembershipDeed): Promise<boolean> {
  const { rowCount } = await database.connection.pool.query(
    'select from membership where circle_id = $1 and person_id = $2 and left_at is null',
    [circle, person],
  );
  return (rowCount === 0) === (what === 'remove');
}

/** How far the notes of these rooms go. */
async function notesOf({ database }: World, rooms: string[]): Promise<Map<string, number>> {
  const found = await database.connection.pool.query(
    'select meeting_id, newest::float8 as newest from note_document where meeting_id = any($1::uuid[])',
    [rooms],
  );
  return new Map(found.rows.map(({ meeting_id, newest }) => [meeting_id, newest]));
}

async function untilRead<Read>(read: () => Promise<Read>): Promise<Read> {
  for (;;) {
    const found = await read().catch(() => null);
    if (found) return found;
    await pause(30);
  }
}
