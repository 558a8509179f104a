import { useEffect, useRef } from 'react';

/** For a list that scrolls: the running item is in sight when it begins, and when the list is brought into view. */
export function useRunningInSight(running: string | null) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = list.current;
    if (!box || running === null) return;
    let isShown = false;
    const watch = new ResizeObserver(() => {
      const wasShown = isShown;
      isShown = box.clientHeight > 0;
      if (isShown && !wasShown) bringIntoSight(box);
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, [running]);
  return list;
}

/** Moves the list alone; `scrollIntoView` would move whatever is around it too. */
function bringIntoSight(box: HTMLElement): void {
  const row = box.querySelector('[aria-current="step"]')?.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (!row || (row.top >= frame.top && row.bottom <= frame.bottom)) return;
  // What came before stays in sight above it.
  box.scrollTop += row.top - frame.top - frame.height / 3;
}
