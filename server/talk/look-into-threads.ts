import type { Message } from '#app/domain/talk/talk.ts';
import { THREADS_PER_PAGE } from '#app/domain/talk/threads.ts';
import { findThreadOf, listThreadIds, readThreads } from '#db/thread.ts';
import type { House } from '../house.ts';

/** How many lines of one thread a page of many shows, and how many the page of one. */
const LINES_OF_MANY = 50;
const LINES_OF_ONE = 300;

/** Threads as they were read from the log: `left` says how many lines of a thread are not among them. */
export type ReadThreads = {
  threads: string[];
  lines: Message[];
  left: Record<string, number>;
  isMore: boolean;
};

/** The threads that were last answered before a version, for those who look further back. */
export async function lookAtOlderThreads(house: House, room: string, before: number): Promise<ReadThreads> {
  const found = await listThreadIds(house.db, { room, before, limit: THREADS_PER_PAGE + 1 });
  const threads = found.slice(0, THREADS_PER_PAGE);
  const read = await readThreads(house.db, { room, threads, limit: LINES_OF_MANY });
  return { threads, ...read, isMore: found.length > THREADS_PER_PAGE };
}

/**
 * The whole thread to which a line belongs, however old, or as much of it as is around the line; null where there is none,
 * or nothing of it is left (K12).
 */
export async function lookAtThreadOf(house: House, room: string, line: string): Promise<ReadThreads | null> {
  const thread = await findThreadOf(house.db, room, line);
  if (!thread) return null;
  const read = await readThreads(house.db, { room, threads: [thread], limit: LINES_OF_ONE, around: line });
  const isGone = read.lines.every(({ text }) => text === null);
  return isGone ? null : { threads: [thread], ...read, isMore: false };
}
