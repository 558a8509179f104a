import type { Connection, RoomState } from './room-state.ts';
import { connectAs, type LiveSocket, nameOn, PATIENCE } from './socket.ts';
import { whenBack } from './when-back.ts';

type Wishes = {
  get: () => RoomState;
  arrived: () => void;
  lost: (connection: Connection) => void;
};

/** How long to wait before connecting anew where Socket.IO does not do it by itself, in ms. */
const PAUSE = 2_000;

/**
 * Keeps the line to the server: connects, and connects again. Socket.IO gives up when the server hangs up or refuses the
 * handshake; then we wait, and when nobody is signed in, until somebody comes back to this tab.
 */
export function keepLine(line: LiveSocket, me: string, { get, arrived, lost }: Wishes): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const connect = () => connectAs(line, me);
  function later(): void {
    clearTimeout(waiting);
    if (!line.active) waiting = setTimeout(connect, PAUSE);
  }

  function gone(connection: 'signed-out' | 'offline'): void {
    lost(connection);
    if (connection === 'offline') later();
  }
  // What the server said before it hung up is the better reason.
  const onDisconnect = () => gone(get().connection === 'signed-out' ? 'signed-out' : 'offline');
  const onRefused = ({ message }: Error) => {
    if (message === 'timeout') wait(Math.min(PATIENCE.most, Number(line.io.timeout()) * 1.5));
    gone(message === 'signed-out' ? 'signed-out' : 'offline');
  };

  /** A slow network needs more patience than one that was only away for a moment. */
  function wait(ms: number): void {
    line.io.timeout(ms);
  }

  function onConnect(): void {
    wait(PATIENCE.first);
    arrived();
  }

  function onReturn(): void {
    if (!line.active) connect();
  }

  line.on('connect', onConnect);
  line.on('disconnect', onDisconnect);
  line.on('connect_error', onRefused);
  const leave = whenBack(onReturn);
  if (line.connected && nameOn(line) === me) arrived();
  else connect();

  return () => {
    clearTimeout(waiting);
    line.off('connect', onConnect);
    line.off('disconnect', onDisconnect);
    line.off('connect_error', onRefused);
    leave();
  };
}
