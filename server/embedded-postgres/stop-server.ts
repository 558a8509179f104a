// Ends the server process and leaves nothing of it behind but the data.
import { rmdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isServerOn } from './postmaster-file.ts';
import { codeOf } from './system.ts';

const gentle = 15_000;
const firm = 5_000;

/**
 * Stops the server `pid` on `data`, that one and no later one, and waits until it is gone: connections are closed and
 * everything is written down first; after 15 s it is told to drop everything (the next start then recovers). Throws if
 * it still runs after 20 s.
 */
export async function stopServer(data: string, pid: number | undefined): Promise<void> {
  if (pid === undefined || !isServerOn(data, pid)) return;
  process.kill(pid, 'SIGINT');
  if (await isGone(data, pid, gentle)) return;
  process.kill(pid, 'SIGQUIT');
  if (await isGone(data, pid, firm)) return;
  throw new Error(`The embedded database (process ${pid}) does not stop.`);
}

async function isGone(data: string, pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isServerOn(data, pid)) {
    if (Date.now() > until) return false;
    await pause(10);
  }
  return true;
}

/** Removes the socket directory, unless a server has its socket in it. */
export function removeSocketDirectory(socketDirectory: string): void {
  try {
    rmdirSync(socketDirectory);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  }
}
