// One run: a meeting with its people, some traffic, some faults; then everything heals, comes to rest, and is judged.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { check } from './check.ts';
import { type Dice, openDice } from './dice.ts';
import { allLive, type Gathered, gather } from './gather.ts';
import type { Scene } from './griefs.ts';
import { type History, openHistory } from './history.ts';
import type { Judgement } from './judge.ts';
import type { Place } from './place.ts';
import { comeToRest } from './rest.ts';
import type { Scope } from './scope.ts';
import { readStoredNotes } from './stored-notes.ts';
import { type Beside, makeTraffic } from './traffic.ts';
import { blow, type Weather } from './weather.ts';
import type { World } from './world.ts';

export type RunWanted = {
  seed: number;
  /** What the run is called, and what befalls the servers and the database in it. */
  name: string;
  trouble: (scene: Scene) => Promise<void>;
  scope: Scope;
  /** How many people; the first of them has two tabs. */
  members: number;
  /**
   * How long the traffic lasts, and how long after the last fault everything may take to arrive, in ms. We look for twice as
   * long, to tell late from lost.
   */
  lasts: number;
  patience: number;
  /** Between two acts of one tab, about, in ms. */
  pace: number;
  /** The folder of the histories. */
  folder: string;
} & Weather &
  Beside;

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** Holds it in this world. The history stays for whoever wants to read it. */
export async function holdRun(world: World, wanted: RunWanted): Promise<Judgement & { history: string }> {
  const dice = openDice(wanted.seed);
  mkdirSync(wanted.folder, { recursive: true });
  const history = openHistory(path.join(wanted.folder, `run-${wanted.seed}-${wanted.name}.ndjson`));
  world.onDied = (how) => history.note({ do: 'died', ...how });
  const gathered = await gather(world, history, wanted, dice);
  const places = [...gathered.places, ...(gathered.newcomer?.places ?? [])];
  const stopKeeping = world.keep();
  try {
    await allLive(gathered.places);
    await makeTrouble(world, gathered, history, wanted, dice);
    await heal(world, places, stopKeeping);
    history.note({ do: 'healed' });
    const scene = { ...gathered, places };
    const rested = await comeToRest(world, scene, wanted.patience);
    if (wanted.scope.notes) await lookAtNotes(world, gathered, history);
    await sayLastWords(world, gathered, dice);
    const restedAgain = await comeToRest(world, scene, wanted.patience);
    if (rested.ms !== null && restedAgain.ms !== null)
      history.note({ do: 'settled', ms: Math.max(rested.ms, restedAgain.ms) });
    if (wanted.scope.notes) await lookAtNotes(world, gathered, history);
    for (const [room, version] of restedAgain.heads) history.of(room).note({ do: 'head', version });
    await Promise.all(places.map((place) => place.tab().noteEnd()));
    return { ...(await check(history.file, world.database.url)), history: history.file };
  } finally {
    await stopKeeping();
    for (const place of places) place.close();
    world.onDied = () => {};
  }
}

async function makeTrouble(
  world: World,
  gathered: Gathered,
  history: History,
  wanted: RunWanted,
  dice: Dice,
): Promise<void> {
  const { trouble, lasts, weather, every } = wanted;
  const { places } = gathered;
  for (const server of world.servers)
    server.tell({ do: 'dawdle-at', point: 'mid-catch-up', most: 60, seed: dice.between(1, 1e9) });
  const cutLines = () => {
    for (const { gate } of places) gate.cut();
  };
  const going = makeTraffic(world, gathered, history, wanted, dice);
  const grieving = trouble({ ...{ world, history, lasts, cutLines }, dice: dice.apart('trouble') });
  const blows = places.map((place, index) =>
    blow(place, dice.apart(`weather ${index}`), { lasts, weather, every }),
  );
  await Promise.all([pause(lasts), grieving, going.coming, ...blows]);
  going.stop();
}

/** Ends every fault: lines, processes and the database are as they should be from here on. */
async function heal(world: World, places: Place[], stopKeeping: () => Promise<void>): Promise<void> {
  for (const server of world.servers) server.tell({ do: 'calm' });
  world.database.free();
  await stopKeeping();
  await world.database.answers();
  for (const { gate } of places) {
    gate.set({ delay: 0, shred: false });
    gate.wake();
  }
}

/** Notes what is stored of the notes now. */
async function lookAtNotes(
  { database }: World,
  { rooms: [meeting] }: Gathered,
  history: History,
): Promise<void> {
  if (!meeting) return;
  history.of(meeting).note({ do: 'note-look' });
  const { pieces } = await readStoredNotes(
    async (text) => (await database.connection.pool.query(text, [meeting])).rows,
  );
  const texts = pieces.map(({ bytes }) => Buffer.from(bytes).toString('base64'));
  history.of(meeting).note({ do: 'note-stored', pieces: texts });
}

/**
 * All lines but those of one person are cut once more, and while everybody comes back that one says the last words: whoever
 * comes in just then must not miss them, for nothing follows that would show the gap.
 */
async function sayLastWords(world: World, { rooms, places }: Gathered, dice: Dice): Promise<void> {
  for (const server of world.servers)
    server.tell({ do: 'dawdle-at', point: 'mid-catch-up', most: 400, seed: dice.between(1, 1e9) });
  const speakers = rooms.map((room) => places.find((place) => place.room === room));
  for (const place of places) if (!speakers.includes(place)) place.gate.cut();
  for (let last = 1; last <= 3; last += 1) {
    await pause(dice.between(150, 250));
    for (const speaker of speakers) speaker?.tab().notes?.write(dice);
    for (const speaker of speakers)
      speaker?.tab().act({ kind: 'message.post', message: dice.id(), text: `last words, ${last} of 3` });
  }
}
