import { useMemo, useRef } from 'react';
import { type Message, TALK_TAIL } from '#app/domain/talk/talk.ts';
import { THREADS_PER_PAGE, type Thread, threadsOf, withFresh } from '#app/domain/talk/threads.ts';

/** What was read from the log beyond what the room holds: one thread, or a page of older ones. */
export type ReadTalk = {
  kind: 'one' | 'older';
  threads: string[];
  lines: Message[];
  /** How many lines of a thread were not read. */
  left: Record<string, number>;
  isMore: boolean;
};

/** The threads to show, and whether there are older ones; what was read is kept fresh by what the room holds. */
export function useThreads(
  held: readonly Message[],
  read: ReadTalk | null,
): { threads: Thread[]; isMore: boolean } {
  const first = useRef(new Set<string>());
  const found = useMemo(() => {
    if (!read) return threadsOf(held);
    const wanted = new Set(read.threads);
    return threadsOf(
      withFresh(
        read.lines,
        held.filter(({ id, thread }) => wanted.has(thread ?? id)),
      ),
    );
  }, [held, read]);
  const ordered = useSteadyOrder(found);
  if (read) return { threads: ordered, isMore: read.isMore };

  // A page of threads at first; those that come while one looks make it longer.
  const [shown, rest] = [first.current, ordered.length - THREADS_PER_PAGE];
  if (shown.size === 0) for (const { id } of ordered.slice(0, THREADS_PER_PAGE)) shown.add(id);
  const oldest = ordered.findLastIndex(({ id }) => shown.has(id));
  const threads = ordered.slice(0, Math.max(oldest + 1, THREADS_PER_PAGE));
  return { threads, isMore: rest > 0 || held.length >= TALK_TAIL };
}

/** Threads keep their places while somebody reads: a new one comes on top, an answer moves nothing. */
function useSteadyOrder(threads: readonly Thread[]): Thread[] {
  const { current: places } = useRef(new Map<string, number>());
  for (const { id } of [...threads].reverse()) if (!places.has(id)) places.set(id, places.size);
  const placeOf = ({ id }: Thread) => places.get(id) ?? 0;
  return [...threads].sort((a, b) => placeOf(b) - placeOf(a));
}
