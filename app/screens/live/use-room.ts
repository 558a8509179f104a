import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RoomState } from './room-state.ts';
import { openRoomStore, type RoomStart, type RoomStore } from './room-store.ts';

/**
 * A live room for a page: begins with what the loader rendered, so the page is whole before the first packet and
 * without JavaScript, and follows the log from there.
 */
export function useRoom(start: RoomStart): { store: RoomStore; state: RoomState } {
  const [store] = useState(() => openRoomStore(start));
  useEffect(() => store.start(), [store]);
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  return { store, state };
}

/** The server's clock on this screen, renewed `every` ms; the loader's instant until the page is alive. */
export function useServerNow(offset: number, loadedAt: number, every = 1_000): number {
  const [now, setNow] = useState(loadedAt);
  useEffect(() => {
    const tick = () => setNow(Date.now() + offset);
    tick();
    const ticking = setInterval(tick, every);
    return () => clearInterval(ticking);
  }, [offset, every]);
  return now;
}
