import { pauseBefore } from '#app/domain/meeting/try-again.ts';
import type { NotesWritten } from '#app/domain/notes/wire.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import type { LiveSocket } from '../live/socket.ts';
import { sendUpdate } from './send-update.ts';
import type { openUnsent } from './unsent.ts';

type Desk = {
  room: string;
  socket: LiveSocket;
  unsent: ReturnType<typeof openUnsent>;
  /** Whether something can go out now. */
  isReady: () => boolean;
  arrived: () => void;
  /** Both sides have to tell what they have, before it can go. */
  misunderstood: () => void;
  /** It cannot be stored as it is. */
  refused: (refusal: Refusal) => void;
};

/** What is typed within this time goes out as one, in ms. */
const TOGETHER = 50;
/** Refusals after which the same is sent again by itself, and those after which both sides compare first. */
const passing = new Set<Refusal['refused']>(['busy', 'slow-down', 'broken']);
const comparable = new Set<Refusal['refused']>(['out-of-date', 'not-found']);
/** After so many comparisons in a row that did not help, it is refused. */
const MOST_COMPARED = 5;

/** Sends what waits, one update at a time, and everything that came up meanwhile as the next one. */
export function openNoteSender(desk: Desk) {
  const { room, socket, unsent } = desk;
  let sending = false;
  let sentAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let compared = 0;
  /** In a row in vain. */
  let tries = 0;

  function soon(wait = sentAt + TOGETHER - performance.now()): void {
    if (timer !== undefined || sending) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        void flush();
      },
      Math.max(0, wait),
    );
  }

  function later(asked = 0): void {
    tries += 1;
    soon(pauseBefore({ tries, asked, lot: Math.random() }));
  }

  async function flush(): Promise<void> {
    if (sending || !desk.isReady()) return;
    const update = unsent.take();
    if (!update) return;
    sending = true;
    sentAt = performance.now();
    const answer = await sendUpdate(socket, room, update).catch(() => null);
    sending = false;
    if (answer && !isRefusal(answer)) {
      compared = 0;
      tries = 0;
      unsent.arrived();
      desk.arrived();
      if (!unsent.isEmpty()) soon();
    } else {
      unsent.lost();
      notArrived(answer);
    }
  }

  function notArrived(answer: Refusal | NotesWritten | null): void {
    if (!answer || !isRefusal(answer)) later();
    else if (passing.has(answer.refused)) later(answer.retryMs);
    else if (comparable.has(answer.refused) && compared < MOST_COMPARED) {
      compared += 1;
      desk.misunderstood();
    } else desk.refused(answer);
  }

  return {
    soon: () => soon(),
    flush,
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
