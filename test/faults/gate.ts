// What lies between a tab and the server: a TCP proxy of its own, with weather.
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import type { Dice } from './dice.ts';

/** How the line is right now. `delay` in ms each way; `shred`: bytes come in small pieces. */
export type Weather = { delay: number; shred: boolean };

export type Gate = {
  port: number;
  set: (weather: Partial<Weather>) => void;
  /** Both ends are reset at once. */
  cut: () => void;
  /** Only a part of the next bytes from the server gets through, then both ends are reset. */
  cutMidway: () => void;
  /** Nothing gets through for a while; then all of it at once, late. */
  freeze: (ms: number) => void;
  /** Bytes vanish from now on and nobody is told, new lines too, until `wake`. */
  sleep: () => void;
  wake: () => void;
  /**
   * The tab's end is gone while the server's stays: what the tab said last reaches the server `ms` later, after what it
   * says over its next line. So a command arrives twice, and late.
   */
  orphan: (ms: number) => void;
  close: () => void;
};

/** How long an orphan hears what its tab says before they part, and how long it stays after having said it, in ms. */
const LISTEN = 60;
const LINGER = 200;

/** One direction of a line: what is held back, and whether the next bytes are the last. */
type Way = { held: Buffer[] | null; midway: boolean; flush: () => void };
type Line = { near: Socket; far: Socket; up: Way; down: Way };

/** Opens a gate to whatever port `upstream` names; null means that nobody is there. */
export async function openGate(dice: Dice, upstream: () => number | null): Promise<Gate> {
  const weather: Weather = { delay: 0, shred: false };
  const lines = new Set<Line>();
  let asleep = false;
  let frozen = false;

  const server = createServer((near) => {
    near.on('error', () => {});
    const port = upstream();
    if (port === null) return void near.resetAndDestroy();
    const far = dial(port, '127.0.0.1');
    const line: Line = { near, far, up: openWay(near, far), down: openWay(far, near) };
    lines.add(line);
    far.on('error', () => {});
    far.on('close', () => end(line));
    near.on('close', () => end(line));
  });

  function openWay(from: Socket, to: Socket): Way {
    let last = Promise.resolve();
    const way: Way = { held: null, midway: false, flush };
    from.on('data', (bytes: Buffer) => {
      if (asleep) return;
      if (way.midway) {
        to.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => cutAll());
        return;
      }
      if (frozen) way.held ??= [];
      if (way.held) way.held.push(bytes);
      else for (const piece of piecesOf(bytes)) last = last.then(() => late(to, piece));
    });
    return way;

    function flush(): void {
      const held = way.held ?? [];
      way.held = null;
      for (const bytes of held) last = last.then(() => late(to, bytes));
    }
  }

  async function late(to: Socket, bytes: Buffer): Promise<void> {
    if (weather.delay > 0) await new Promise((resume) => setTimeout(resume, weather.delay));
    if (to.writable) to.write(bytes);
  }

  function piecesOf(bytes: Buffer): Buffer[] {
    if (!weather.shred) return [bytes];
    const pieces: Buffer[] = [];
    for (let from = 0; from < bytes.length; ) {
      const size = dice.between(1, 40);
      pieces.push(bytes.subarray(from, from + size));
      from += size;
    }
    return pieces;
  }

  function end(line: Line): void {
    // A line that is asleep or orphaned does not tell its other end.
    if (asleep || !lines.delete(line)) return;
    line.near.resetAndDestroy();
    line.far.resetAndDestroy();
  }
  function cutAll(): void {
    for (const line of [...lines]) {
      lines.delete(line);
      line.near.resetAndDestroy();
      line.far.resetAndDestroy();
    }
  }
  function thaw(): void {
    frozen = false;
    for (const { up, down } of lines) {
      up.flush();
      down.flush();
    }
  }

  function orphanLine(line: Line, ms: number): void {
    line.up.held ??= [];
    setTimeout(() => {
      lines.delete(line);
      line.near.resetAndDestroy();
      setTimeout(() => line.up.flush(), ms);
      setTimeout(() => line.far.resetAndDestroy(), ms + LINGER);
    }, LISTEN);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    set: (changes) => void Object.assign(weather, changes),
    cut: cutAll,
    cutMidway() {
      for (const { down } of lines) down.midway = true;
    },
    freeze(ms) {
      frozen = true;
      setTimeout(thaw, ms);
    },
    sleep() {
      asleep = true;
    },
    wake() {
      asleep = false;
      cutAll();
    },
    orphan(ms) {
      for (const line of [...lines]) orphanLine(line, ms);
    },
    close() {
      server.close();
      asleep = false;
      cutAll();
    },
  };
}
