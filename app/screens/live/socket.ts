import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#app/domain/meeting/protocol.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** How long a line may take to open and say something before it is tried anew, in ms: at first, and at most. */
export const PATIENCE = { first: 3_000, most: 10_000 };

/** How a tab's line behaves. */
export const lineOptions = {
  transports: ['websocket'],
  autoConnect: false,
  // Whose page it is comes in when it connects; without this there is nothing to look into before.
  auth: {},
  ackTimeout: 10_000,
  // A line that opens and says nothing, as behind a proxy whose server is starting.
  timeout: PATIENCE.first,
  reconnectionDelay: 250,
  reconnectionDelayMax: 1_000,
};

let socket: LiveSocket | undefined;

/** The one socket of this tab: made at the first need, shared by all that is live on the page. */
export function liveSocket(): LiveSocket {
  socket ??= withWord(io(lineOptions));
  return socket;
}

/** What a page hears in its window when the server has told its line that the sign-in is over. */
export type SignedOutWord = 'signed-out';

/** Told on, because the frame of a page has no line: many pages do without. */
function withWord(line: LiveSocket): LiveSocket {
  const tell = (isOver: boolean) => isOver && dispatchEvent(new Event('signed-out' satisfies SignedOutWord));
  line.on('cut', ({ room }) => tell(!room));
  line.on('connect_error', ({ message }) => tell(message === 'signed-out'));
  return line;
}

/** In whose name this line was connected; null before the first time. */
export function nameOn(line: LiveSocket): string | null {
  const known: unknown = line.auth;
  return typeof known === 'object' && known !== null && 'person' in known ? String(known.person) : null;
}

/**
 * Connects in the name of `person`. Somebody else may have signed in in this browser since the page was made: then the
 * server refuses, so that nothing goes out under another name.
 */
export function connectAs(line: LiveSocket, person: string): void {
  const isOthers = nameOn(line) !== person;
  // It is there, or on its way: Socket.IO would come in a second time on the same line.
  if (!isOthers && line.active) return;
  line.auth = { person };
  if (isOthers && line.active) line.disconnect();
  line.connect();
}
