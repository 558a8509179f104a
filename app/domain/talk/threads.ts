/**
 * The lines of a circle's room as its members see them: conversations, each under the line that begins it.
 *
 * K11 A thread is its beginning and its replies in the order they were said; the thread with the newest line comes first.
 * K12 A thread of which nothing is left, because every line was taken back, is not shown.
 */
import type { Message } from './talk.ts';

export type Thread = {
  /** The id of the line that begins it. */
  id: string;
  /** Every known line, the beginning first where it is known. */
  lines: readonly Message[];
  /** The version of its newest line. */
  newest: number;
};

/** How many threads one page shows. */
export const THREADS_PER_PAGE = 20;

/** K11 K12: lines by thread, the liveliest first. */
export function threadsOf(lines: readonly Message[]): Thread[] {
  const byThread = new Map<string, Message[]>();
  for (const line of lines) {
    const id = line.thread ?? line.id;
    const known = byThread.get(id);
    if (known) known.push(line);
    else byThread.set(id, [line]);
  }
  return [...byThread]
    .filter(([, said]) => said.some(({ text }) => text !== null))
    .map(([id, said]) => ({ id, lines: said, newest: Math.max(...said.map(({ version }) => version)) }))
    .sort((a, b) => b.newest - a.newest);
}

/** Lines that were read at some time, with what is known now laid over them: the same line once, in order. */
export function withFresh(read: readonly Message[], fresh: readonly Message[]): Message[] {
  const lines = new Map([...read, ...fresh].map((line) => [line.id, line]));
  return [...lines.values()].sort((a, b) => a.version - b.version);
}
