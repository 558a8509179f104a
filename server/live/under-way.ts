import type { LiveSocket } from './sockets.ts';

/** How many commands of one socket may be under way before we stop listening to it, and when we listen again. */
const MOST = 64;
const FEW = 16;

/**
 * Listens to nobody faster than what they ask for gets done: what they send meanwhile waits on their side of the
 * network, where it costs this process nothing, and is neither lost nor refused.
 */
export function whileUnderWay<Request, Answer>(
  socket: LiveSocket,
  handle: (request: Request) => Promise<Answer>,
): (request: Request) => Promise<Answer> {
  const line = socket.request.socket;
  let underWay = 0;

  function done(): void {
    underWay -= 1;
    if (underWay <= FEW && line.isPaused()) line.resume();
  }
  return (request) => {
    underWay += 1;
    if (underWay >= MOST && !line.isPaused()) line.pause();
    return handle(request).finally(done);
  };
}
