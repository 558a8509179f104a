// What lies between a tab and the server: a TCP proxy of its own, with weather.
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import type { Dice } from './dice.ts';
import { openWay, type Way, type WayState } from './way.ts';

export type Gate = {
  port: number;
  set: (state: Partial<Pick<WayState, 'delay' | 'shred'>>) => void;
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

type Line = { near: Socket; far: Socket; up: Way; down: Way };

/** Opens a gate to whatever port `upstream` names; null means that nobody is there. */
export async function openGate(dice: Dice, upstream: () => number | null): Promise<Gate> {
  const state: WayState = { delay: 0, shred: false, asleep: false, frozen: false };
  const lines = new Set<Line>();

  const server = createServer((near) => {
    near.setNoDelay(true);
    near.on('error', () => {});
    const port = upstream();
    if (port === null) return void near.resetAndDestroy();
    const far = dial(port, '127.0.0.1');
    const way = (from: Socket, to: Socket) => openWay({ from, to, state, dice, torn: cutAll });
    const line: Line = { near, far, up: way(near, far), down: way(far, near) };
    lines.add(line);
    far.setNoDelay(true);
    far.on('error', () => {});
    far.on('close', () => end(line));
    near.on('close', () => end(line));
  });

  function end(line: Line): void {
    // A line that is asleep or orphaned does not tell its other end.
    if (state.asleep || !lines.delete(line)) return;
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
    state.frozen = false;
    for (const { up, down } of lines) {
      up.flush();
      down.flush();
    }
  }

  function orphanLine(line: Line, ms: number): void {
    line.up.hold();
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
    set: (changes) => void Object.assign(state, changes),
    cut: cutAll,
    cutMidway() {
      for (const { down } of lines) down.tear();
    },
    freeze(ms) {
      state.frozen = true;
      setTimeout(thaw, ms);
    },
    sleep() {
      state.asleep = true;
    },
    wake() {
      state.asleep = false;
      cutAll();
    },
    orphan(ms) {
      for (const line of [...lines]) orphanLine(line, ms);
    },
    close() {
      server.close();
      state.asleep = false;
      cutAll();
    },
  };
}
