/** What happens within this time goes out as one, in ms. */
const TOGETHER = 50;
/** After this time it is said once more, because volatile news may be lost, in ms. */
const ONCE_MORE = 2_000;

/**
 * Says who is in a room when that has changed: a whole circle that comes at once is one message. `tell` sends it.
 */
export function openPresenceNews(tell: (room: string) => void) {
  const timers = new Map<string, NodeJS.Timeout>();
  let closed = false;

  function later(room: string, wait: number, then: () => void): void {
    clearTimeout(timers.get(room));
    timers.set(room, setTimeout(then, wait).unref());
  }

  return {
    changed(room: string): void {
      if (closed) return;
      later(room, TOGETHER, () => {
        tell(room);
        later(room, ONCE_MORE, () => {
          timers.delete(room);
          tell(room);
        });
      });
    },
    close(): void {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

export type PresenceNews = ReturnType<typeof openPresenceNews>;
