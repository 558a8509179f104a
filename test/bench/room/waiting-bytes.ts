import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Often enough to see what waits grow, seldom enough to cost nothing that shows. */
const LOOK_MS = 10;

/** Watches what a server holds for those who do not read: `end` answers the most bytes that waited for any one line. */
export function openWaitingBytes(server: Server) {
  const lines = new Set<Socket>();
  server.on('connection', (line) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });
  let most = 0;
  let looking: NodeJS.Timeout | undefined;

  return {
    begin(): void {
      most = 0;
      looking = setInterval(() => {
        for (const { writableLength } of lines) most = Math.max(most, writableLength);
      }, LOOK_MS);
    },
    end(): number {
      clearInterval(looking);
      return most;
    },
  };
}
