// One direction of a line through a gate: bytes in order, perhaps late, in pieces, held back, torn or lost.
import type { Socket } from 'node:net';
import type { Dice } from './dice.ts';

/** How all lines of a gate are right now. `delay` in ms; `shred`: bytes come in small pieces; `asleep`: they vanish. */
export type WayState = { delay: number; shred: boolean; asleep: boolean; frozen: boolean };

export type Way = {
  /** Keeps back what comes from now on, until `flush`. */
  hold: () => void;
  flush: () => void;
  /** The next bytes are the last, and only half of them get through. */
  tear: () => void;
};

type Ends = { from: Socket; to: Socket; state: Readonly<WayState>; dice: Dice; torn: () => void };

export function openWay({ from, to, state, dice, torn }: Ends): Way {
  let last = Promise.resolve();
  let held: Buffer[] | null = null;
  let tearing = false;

  from.on('data', (bytes: Buffer) => {
    if (state.asleep) return;
    if (tearing) {
      to.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), torn);
      return;
    }
    if (state.frozen) held ??= [];
    if (held) held.push(bytes);
    else pass(bytes);
  });

  /** After everything before it, and not before its time. */
  function pass(bytes: Buffer): void {
    const due = performance.now() + state.delay;
    for (const piece of state.shred ? piecesOf(bytes, dice) : [bytes])
      last = last.then(() => until(due)).then(() => void (to.writable && to.write(piece)));
  }

  return {
    hold() {
      held ??= [];
    },
    flush() {
      const kept = held ?? [];
      held = null;
      for (const bytes of kept) pass(bytes);
    },
    tear() {
      tearing = true;
    },
  };
}

async function until(due: number): Promise<void> {
  const left = due - performance.now();
  if (left > 0) await new Promise((resume) => setTimeout(resume, left));
}

function piecesOf(bytes: Buffer, dice: Dice): Buffer[] {
  const pieces: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const size = dice.between(1, 40);
    pieces.push(bytes.subarray(from, from + size));
    from += size;
  }
  return pieces;
}
