/** What happens within this time goes out as one, in ms. */
const TOGETHER = 50;
/** After this time it is said once more, because volatile news may be lost, in ms. */
const ONCE_MORE = 2_000;

/**
 * Says who is in a room when that has changed: a whole circle that comes at once is one message. `tell` sends it.
 */
export function openPresenceNews(tell: (room: string) => void) {
  const soon = new Map<string, NodeJS.Timeout>();
  const onceMore = new Map<string, NodeJS.Timeout>();
  let closed = false;

  function tellIn(timers: Map<string, NodeJS.Timeout>, wait: number, room: string, then = () => {}): void {
    clearTimeout(timers.get(room));
    const timer = setTimeout(() => {
      timers.delete(room);
      tell(room);
      then();
    }, wait);
    timers.set(room, timer.unref());
  }

  return {
    changed(room: string): void {
      // Never put off: where something changes all the time, nobody would ever hear of it.
      if (closed || soon.has(room)) return;
      tellIn(soon, TOGETHER, room, () => tellIn(onceMore, ONCE_MORE, room));
    },
    close(): void {
      closed = true;
      for (const timers of [soon, onceMore]) {
        for (const timer of timers.values()) clearTimeout(timer);
        timers.clear();
      }
    },
  };
}

export type PresenceNews = ReturnType<typeof openPresenceNews>;
