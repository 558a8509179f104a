import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RoomState } from './room-state.ts';
import { openRoomStore, type RoomStart, type RoomStore } from './room-store.ts';
import { slewed, tabNow } from './steady-clock.ts';

/**
 * A live room for a page: begins with what the loader rendered, so the page is whole before the first packet and
 * without JavaScript, and follows the log from there. What the loader reads later is taken in too:
 * `start.meeting` is the loader's own object, the same until the loader runs again.
 */
export function useRoom(start: RoomStart): { store: RoomStore; state: RoomState } {
  const [store] = useState(() => openRoomStore(start));
  useEffect(() => store.start(), [store]);
  useEffect(() => store.refresh(start.meeting, start.people), [store, start.meeting, start.people]);
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  return { store, state };
}

/** The server's clock on this screen, in ms; the loader's instant until the page is alive. */
export function useServerNow(offset: number, loadedAt: number, every = 500): number {
  const [now, setNow] = useState(loadedAt);
  const shown = useRef({ offset, at: 0 });

  useEffect(() => {
    function tick() {
      const at = tabNow();
      const passed = shown.current.at === 0 ? Number.POSITIVE_INFINITY : at - shown.current.at;
      shown.current = { offset: slewed(shown.current.offset, offset, passed), at };
      setNow(at + shown.current.offset);
    }
    tick();
    const ticking = setInterval(tick, every);
    return () => clearInterval(ticking);
  }, [offset, every]);
  return now;
}
