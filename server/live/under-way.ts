import type { LiveSocket } from './sockets.ts';

/** How many commands of one socket may be under way before we stop listening to it, and when we listen again. */
const MOST = 64;
const FEW = 16;

/**
 * Listens to nobody faster than what they ask for gets done: what they send meanwhile waits on their side of the
 * network, where it costs this process nothing, and is neither lost nor refused.
 */
export function whileUnderWay<Request, Answer>(
  handle: (socket: LiveSocket, request: Request) => Promise<Answer>,
): (socket: LiveSocket, request: Request) => Promise<Answer> {
  return (socket, request) => {
    const { data } = socket;
    const line = socket.request.socket;
    data.underWay += 1;
    if (data.underWay >= MOST && !line.isPaused()) line.pause();
    const done = () => {
      data.underWay -= 1;
      if (data.underWay <= FEW && line.isPaused()) line.resume();
    };
    const answer = handle(socket, request);
    answer.then(done, done);
    return answer;
  };
}
