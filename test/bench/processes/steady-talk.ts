// Members of rooms on several processes who talk at a steady pace; everybody hears everybody, and each word is timed.
import { setTimeout as pause } from 'node:timers/promises';
import { houseLine } from '../room/house-line.ts';
import { addFaults, type Faults, type LoadLine, noFaults } from '../room/load-line.ts';
import type { World } from '../room/world.ts';

/** When a word came, in ms after the talk began, and how long that was after it was said. */
export type Heard = { at: number; late: number };
export type Talked = { said: number; refused: number; heard: Heard[]; faults: Faults };

/** How long whoever misses something at the end is waited for, in ms. */
const PATIENCE = 10_000;

type Room = { lines: LoadLine[]; speakers: LoadLine[]; next: number };

/**
 * Everybody enters, on the processes in turn. In every other room only those at one process speak: whoever writes finds out
 * by that what others wrote, and whoever only listens does not.
 */
export async function openSteadyTalk(world: World, origins: readonly string[]) {
  const saidAt = new Map<string, number>();
  const heard: Heard[] = [];
  let [began, said, answered, refused] = [0, 0, 0, 0];

  function take(text: string): void {
    const now = performance.now();
    heard.push({ at: now - began, late: now - (saidAt.get(text) ?? Number.NaN) });
  }
  const rooms: Room[] = world.rooms.map(({ room, people }, place) => {
    const lines = people.map((one, index) =>
      houseLine({ url: origins[index % origins.length] ?? '', room, place: one, heard: take }),
    );
    const atOne = lines.filter((_, index) => index % origins.length === place % origins.length);
    return { lines, speakers: place % 2 === 0 ? atOne : lines, next: 0 };
  });
  const lines = rooms.flatMap((room) => room.lines);
  for (const line of lines) await line.open();

  function say(room: Room): void {
    const line = room.speakers[room.next % room.speakers.length];
    room.next += 1;
    said += 1;
    const text = `${said} was said`;
    saidAt.set(text, performance.now());
    line?.say(text, (answer) => {
      answered += 1;
      if ('refused' in answer) refused += 1;
    });
  }

  /** Whether every line has come as far as its room's furthest. */
  const isWhole = () =>
    rooms.every((room) => {
      const newest = room.lines.map((line) => line.newest());
      return newest.every((version) => version === Math.max(...newest));
    });

  return {
    /** Talks for so many seconds, at so many words a second in all rooms together. */
    async talk(seconds: number, perSecond: number): Promise<Talked> {
      began = performance.now();
      for (let passed = 0; passed < seconds * 1_000; passed = performance.now() - began) {
        const due = (passed * perSecond) / 1_000;
        for (let index = said; index < due; index += 1) say(rooms[index % rooms.length] as Room);
        await pause(2);
      }
      const until = performance.now() + PATIENCE;
      const isOpen = () => answered < said || heard.length < (said - refused) * (lines.length / rooms.length);
      while ((isOpen() || !isWhole()) && performance.now() < until) await pause(10);
      const found = lines.map((line) => line.faults()).reduce(addFaults, noFaults);
      const unheard = (said - refused) * (lines.length / rooms.length) - heard.length;
      return { said, refused, heard, faults: addFaults(found, { ...noFaults, lost: unheard }) };
    },
    close(): void {
      for (const line of lines) line.close();
    },
  };
}
