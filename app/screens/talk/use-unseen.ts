import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Message } from '#app/domain/talk/talk.ts';

/** How far from the end still counts as being there, in pixels. */
const NEAR = 48;
/** How long a line must be in sight to count as read, in ms. */
const READING = 1_000;

type Watched = {
  messages: readonly Message[];
  me: string;
  firstNew: number | null;
  onSeen: (version: number) => void;
};

/**
 * Follows what a reader has seen of the talk. The box begins at its end and stays there by itself (it is laid out from
 * the bottom up); here it is only watched. `newFrom`: the version of the first line that came while nobody looked, or that was new when the page was opened.
 */
export function useUnseen(box: RefObject<HTMLElement>, { messages, me, firstNew, onSeen }: Watched) {
  const [unseen, setUnseen] = useState<{ newFrom: number | null; below: number }>({
    newFrom: firstNew,
    below: 0,
  });
  const newest = messages.at(-1);
  const known = useRef(newest?.version ?? 0);
  const isAtEnd = () => Math.abs(box.current?.scrollTop ?? 0) < NEAR;

  useEffect(() => {
    const last = known.current;
    known.current = newest?.version ?? 0;
    if (!newest || newest.version <= last) return;
    const fresh = messages.filter(({ version, author }) => version > last && author !== me);
    const looking = isAtEnd() && document.visibilityState === 'visible';
    setUnseen(({ newFrom, below }) => {
      if (looking || newest.author === me) return { newFrom: null, below: 0 };
      return { newFrom: newFrom ?? fresh[0]?.version ?? null, below: below + fresh.length };
    });
  });

  useEffect(() => {
    const scroller = box.current;
    function look(): void {
      // What is folded away on a phone has no size.
      const isShown = (scroller?.clientHeight ?? 0) > 0 && document.visibilityState === 'visible';
      if (!isShown || !isAtEnd()) return;
      setUnseen((one) => (one.below === 0 ? one : { ...one, below: 0 }));
      if (newest) onSeen(newest.version);
    }
    const soon = setTimeout(look, READING);
    scroller?.addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(soon);
      scroller?.removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', look);
    };
  });

  return { ...unseen, toEnd: () => box.current?.scrollTo({ top: 0, behavior: 'smooth' }) };
}
