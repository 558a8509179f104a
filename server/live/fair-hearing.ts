import { refuse } from '#app/domain/refusal.ts';
import type { Door } from './answer.ts';
import type { LiveSocket } from './sockets.ts';

type Said = (done: () => void) => void;
/** `held`: has come and is not heard yet. `opening`: what is held is just being let in. */
type Line = { underWay: number; held: Said[]; opening: boolean };

/**
 * How many commands are heard at a time, of everybody together (each gets a share) and of one socket at most, and how
 * many may wait in this process (about 1 KB each) before the next are told that it is busy.
 */
export type HearingLimits = { together: number; each: number; waiting: number };

const standardHearing: HearingLimits = { together: 4_000, each: 64, waiting: 50_000 };

/**
 * Hears nobody faster than what they ask for gets done, and nobody at the cost of others: a socket has no more under way
 * than its share. What it sends beyond that is not read, and waits on its own side of the network, where it costs this
 * process nothing and is neither lost nor refused; what had come with it is heard in its order.
 */
export function openFairHearing(limits = standardHearing) {
  /** Only those who wait for something: a line that does nothing costs nothing. */
  const lines = new Map<LiveSocket, Line>();
  let waiting = 0;

  const share = () => Math.max(1, Math.min(limits.each, Math.floor(limits.together / lines.size)));

  function hear(socket: LiveSocket, said: Said): 'taken' | 'busy' {
    const line = lines.get(socket) ?? { underWay: 0, held: [], opening: false };
    lines.set(socket, line);
    if (line.held.length > 0 || line.underWay >= share()) {
      if (waiting >= limits.waiting) return 'busy';
      line.held.push(said);
      waiting += 1;
    } else begin(socket, line, said);
    const network = socket.request.socket;
    if ((line.held.length > 0 || line.underWay >= share()) && !network.isPaused()) network.pause();
    return 'taken';
  }

  function begin(socket: LiveSocket, line: Line, said: Said): void {
    line.underWay += 1;
    said(() => {
      line.underWay -= 1;
      // Whoever answers at once is in the loop below already.
      if (!line.opening) goOn(socket, line);
    });
  }

  function goOn(socket: LiveSocket, line: Line): void {
    line.opening = true;
    while (line.underWay < share()) {
      const said = line.held.shift();
      if (!said) break;
      waiting -= 1;
      begin(socket, line, said);
    }
    line.opening = false;
    if (line.held.length > 0) return;
    if (line.underWay === 0) lines.delete(socket);
    const network = socket.request.socket;
    if (line.underWay <= share() / 4 && network.isPaused()) network.resume();
  }

  /** The same door, heard fairly. */
  return (door: Door): Door =>
    function (this: LiveSocket, request, answer) {
      const reply = typeof answer === 'function' ? answer : () => {};
      const heard = hear(this, (done) =>
        door.call(this, request, (said: unknown) => {
          reply(said);
          done();
        }),
      );
      // Before anything is looked at: being told has to cost less than being heard.
      if (heard === 'busy') reply(refuse('busy', { retryMs: 2_000 }));
    };
}
