import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

const PREFIX = 'line-';

/** The element id of a line, which links name: `#line-…`. */
export function lineAnchor(message: string): string {
  return PREFIX + message;
}

/** What links lead to: lines, and what a meeting came to. */
const named = /^#(line|item|decision|action)-(.+)$/;

/**
 * Arriving by a link to a line: it comes into view, is marked and has the focus. `miss` is told the id of what is not on
 * the page, and whether it is a line; when it is there later, as `lines` change, it is found then.
 */
export function useArrival(lines: unknown, miss: (id: string, isLine: boolean) => void): void {
  const { hash, key } = useLocation();
  const done = useRef('');
  const tell = useRef(miss);
  tell.current = miss;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that is not here yet may come with the next lines
  useEffect(() => {
    const arrival = `${key} ${hash}`;
    const [, kind, id = ''] = named.exec(hash) ?? [];
    if (!id || done.current === arrival) return;
    const line = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!line) {
      tell.current(id, kind === 'line');
      return;
    }
    done.current = arrival;
    for (const other of document.querySelectorAll('[data-arrived]')) other.removeAttribute('data-arrived');
    for (let fold = line.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    line.dataset.arrived = '';
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: 'center' });
  }, [hash, key, lines]);
}
