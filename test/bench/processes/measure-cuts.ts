import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal } from '#app/domain/refusal.ts';
import { sessionIdOf } from '#server/auth/sessions.ts';
import { endingsOfMembership, endingsOfSignIn } from '#test/harness/endings.ts';
import { type Line, openLine } from '#test/harness/line.ts';
import type { Place } from '../room/world.ts';
import type { Fleet } from './fleet.ts';

export type CutMeasured = {
  ending: string;
  /** From asking for the end until the last of this person's sockets had heard of it, in ms. */
  late: number;
  /** Processes on which they could still enter, or that kept the line of somebody else. */
  wrong: number;
};

/** How long a cut is waited for, in ms. */
const PATIENCE = 10_000;

/** Ends rights by every door on one process, each of somebody with a tab on every process, and looks when they are cut. */
export async function measureCuts(fleet: Fleet, times: number): Promise<CutMeasured[]> {
  const names = [...Object.keys(endingsOfMembership), ...Object.keys(endingsOfSignIn)];
  const endings = Array.from({ length: times }, () => names).flat();
  const { rooms, circles } = await fleet.furnish({ rooms: endings.length, members: 2 });
  const measured: CutMeasured[] = [];
  for (const [index, ending] of endings.entries()) {
    const { room, people } = rooms[index] as (typeof rooms)[number];
    measured.push(await measureOne(fleet, ending, { room, circle: circles[room] ?? '', people }));
  }
  return measured;
}

type Where = { room: string; circle: string; people: Place[] };

async function measureOne(fleet: Fleet, ending: string, where: Where): Promise<CutMeasured> {
  const { room, circle, people } = where;
  const [stays, goes] = people;
  if (!stays || !goes) throw new Error('nobody is there');
  const tabs = await Promise.all(fleet.origins.map((origin) => tabOf(origin, room, goes)));
  const other = await tabOf(fleet.origins.at(-1) ?? '', room, stays);
  // At any moment between two looks.
  await pause(Math.random() * 1_000);

  const began = performance.now();
  const cuts = Promise.race([Promise.all(tabs.map(cutOf)), pause(PATIENCE).then(() => [Number.NaN])]);
  const session = sessionIdOf(goes.cookie.slice(goes.cookie.indexOf('=') + 1));
  await fleet.ask(0, 'end', { ending, whose: { person: goes.person, session, circle, by: stays.person } });
  const late = Math.max(...(await cuts)) - began;
  const open = await Promise.all(fleet.origins.map((origin) => mayEnter(origin, room, goes)));
  const isDisturbed = other.cuts.length > 0 || !other.socket.connected;
  for (const line of [...tabs, other]) line.close();
  return { ending, late, wrong: open.filter(Boolean).length + (isDisturbed ? 1 : 0) };
}

async function tabOf(origin: string, room: string, { cookie }: Place): Promise<Line> {
  const line = await openLine(origin, { cookie });
  line.socket.io.reconnection(false);
  const entered = await line.enter(room, { seat: false });
  if (isRefusal(entered)) throw new Error(entered.message);
  return line;
}

/** When this line hears that it is cut. */
function cutOf({ socket }: Line): Promise<number> {
  return new Promise((resolve) => socket.once('cut', () => resolve(performance.now())));
}

/** Whether somebody can come in anew. */
async function mayEnter(origin: string, room: string, place: Place): Promise<boolean> {
  try {
    (await tabOf(origin, room, place)).close();
    return true;
  } catch {
    return false;
  }
}
