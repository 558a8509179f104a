import { type Entered, PROTOCOL } from '#app/domain/meeting/protocol.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { openPatience } from './patience.ts';
import type { RoomState } from './room-state.ts';
import type { LiveSocket } from './socket.ts';

type Door = {
  socket: () => LiveSocket;
  get: () => RoomState;
  /** Whether being here counts as being in the room. */
  seat: boolean;
  /** Whether there is a line, and anybody who wants to be in the room still. */
  mayTry: () => boolean;
  /** What the server told, and the version it was asked about. */
  takeIn: (entered: Entered, after: number) => void;
  /** The room is shut for this page; nothing more is tried. */
  shut: (connection: 'cut' | 'renewed') => void;
};

/**
 * Enters the room, once at a time: whoever asks while it is under way gets another round after it. Tries until it has
 * an answer or the line is gone; then entering follows the next connection.
 */
export function openEntrance({ socket, get, seat, mayTry, takeIn, shut }: Door) {
  let under: Promise<void> | null = null;
  let wanted = false;
  const patience = openPatience();

  async function once(): Promise<void> {
    const after = get().meeting.version;
    const request = { protocol: PROTOCOL, room: get().room, after, seat };
    const answer = await socket()
      .emitWithAck('enter', request)
      .catch(() => null);
    if (answer && !isRefusal(answer)) {
      patience.renew();
      takeIn(answer, after);
    } else if (answer?.refused === 'out-of-date') shut('renewed');
    else if (answer?.refused === 'not-found' || answer?.refused === 'limit-reached') shut('cut');
    else await again(answer);
  }

  async function again(refusal: Refusal | null): Promise<void> {
    // There is nothing to rest for: the next line enters by itself.
    if (!mayTry()) return;
    wanted = true;
    await patience.rest(refusal?.retryMs);
  }

  async function rounds(): Promise<void> {
    do {
      wanted = false;
      await once();
    } while (wanted && mayTry());
  }

  return {
    enter(): Promise<void> {
      wanted = true;
      under ??= rounds().finally(() => {
        under = null;
      });
      return under;
    },
    /** The line or the page is gone: the next one enters without delay. */
    lost: patience.wake,
  };
}
