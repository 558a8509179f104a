/**
 * The lines of a circle's room as its members see them: conversations, each under the line that begins it.
 *
 * K11 A thread is its beginning and its replies in the order they were said; the thread with the newest line comes first.
 * K12 A thread of which nothing is left, because every line was taken back, is not shown.
 * K13 On a page that is open, threads keep their places; one that is not on it comes on top with its next line. Older
 *     than the page is what has no newer line than any thread on it.
 * K14 Where a thread began before what the room holds without a gap (K7), answers may be missing, and the page says so.
 */
import { type Message, TALK_TAIL } from './talk.ts';

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

/** An open page: the threads on it, the first on top, and the newest line there was when it was opened. */
export type ThreadPage = { shown: readonly string[]; since: number };

/** K13: the page with these threads on it, as they are now; null where it is opened with them. */
export function turnPage(threads: readonly Thread[], page: ThreadPage | null): ThreadPage {
  const ids = (some: readonly Thread[]) => some.map(({ id }) => id);
  if (!page) return { shown: ids(threads.slice(0, THREADS_PER_PAGE)), since: threads[0]?.newest ?? 0 };
  const known = new Set(page.shown);
  const fresh = threads.filter(({ id, newest }) => newest > page.since && !known.has(id));
  return fresh.length > 0 ? { ...page, shown: [...ids(fresh), ...page.shown] } : page;
}

/** K14: of `held`, what a room holds, the last TALK_TAIL lines are without a gap. */
export function mayLackAnswers({ lines }: Thread, held: readonly Message[]): boolean {
  const unbroken = held.at(-TALK_TAIL)?.version ?? 0;
  return (lines[0]?.version ?? 0) < unbroken;
}

/** Lines that were read at some time, with what is known now laid over them: the same line once, in order. */
export function withFresh(read: readonly Message[], fresh: readonly Message[]): Message[] {
  const lines = new Map([...read, ...fresh].map((line) => [line.id, line]));
  return [...lines.values()].sort((a, b) => a.version - b.version);
}
