// The drill: a meeting of twelve over several processes on one database, with its notes and the circle's room, while one of them
// or the database is killed every half minute, and three members are removed.
import type { Scene } from './griefs.ts';
import { tellRun } from './hold-runs.ts';
import { holdRun } from './run.ts';
import type { Scope } from './scope.ts';
import { openTally, type Part } from './tally.ts';
import type { Wishes } from './wishes.ts';
import { openWorld } from './world.ts';

const MEMBERS = 12;
/** Between two kills, in ms. */
const EVERY = 30_000;
/** Between two acts of one member, in ms: livelier than any meeting. */
const PACE = 600;
/** The same in the circle's room, and in the notes, where a page of a meeting must not outgrow what notes may hold. */
const BESIDE = { between: 2_000, noting: 4_000, removals: 3 };
/** A circle of twelve is fuller than any: nobody can join it. */
const SCOPE: Scope = { circleRoom: true, removal: true, newcomer: false, silence: false, notes: true };

/** Holds it once, for as many minutes as were asked for. */
export async function holdDrill({ seed, minutes, processes, patience, folder }: Wishes): Promise<Part> {
  const world = await openWorld({ processes, folder });
  const lasts = minutes * 60_000;
  const size = { members: MEMBERS, pace: PACE, lasts, weather: ['cut', 'reload'] as const, every: 60_000 };
  const drill = { name: 'drill', trouble: killOneAfterTheOther };
  const wanted = { seed, patience, folder, scope: SCOPE, ...BESIDE, ...size, ...drill };
  const judgement = await holdRun(world, wanted);
  tellRun('drill', judgement);
  await world.close();
  const tally = openTally();
  tally.add(judgement);
  const over = processes === 1 ? 'one process' : `${processes} processes`;
  return tally.sum(`A meeting of ${MEMBERS} over ${over} for ${minutes} minutes, seed ${seed}`);
}

/** A process, another, the database, a process, … each chosen by dice; never one that is still on its way back. */
async function killOneAfterTheOther({ world, dice, history, lasts }: Scene): Promise<void> {
  const until = performance.now() + lasts;
  for (let count = 1; performance.now() + EVERY <= until; count += 1) {
    await new Promise((resume) => setTimeout(resume, EVERY));
    const server = count % 3 === 0 ? undefined : dice.one(world.servers.filter((each) => each.isUp()));
    history.note({ do: 'fault', what: server ? 'kill-server' : 'kill-database', more: server?.port });
    if (server) await server.kill();
    else world.database.kill();
  }
}
