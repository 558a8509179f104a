import { useMemo, useRef } from 'react';
import { type Message, TALK_TAIL } from '#app/domain/talk/talk.ts';
import { type Thread, type ThreadPage, threadsOf, turnPage, withFresh } from '#app/domain/talk/threads.ts';

/** What was read from the log beyond what the room holds: one thread, or a page of older ones. */
export type ReadTalk = {
  kind: 'one' | 'older';
  threads: string[];
  lines: Message[];
  /** How many lines of a thread were not read. */
  left: Record<string, number>;
  isMore: boolean;
};

/**
 * The threads to show, and the version before which older ones are (null: there are none); what was read is kept fresh by
 * what the room holds.
 */
export function useThreads(
  held: readonly Message[],
  read: ReadTalk | null,
): { threads: Thread[]; older: number | null } {
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
  const open = useRef<{ read: ReadTalk | null; page: ThreadPage } | null>(null);
  const page = turnPage(found, open.current?.read === read ? open.current.page : null);
  open.current = { read, page };

  const threads = page.shown.flatMap((id) => found.find((thread) => thread.id === id) ?? []);
  const isMore = read?.isMore ?? (found.length > threads.length || held.length >= TALK_TAIL);
  return { threads, older: isMore ? Math.min(...threads.map(({ newest }) => newest)) : null };
}
