import { useEffect } from 'react';
import type { RoomState } from './room-state.ts';
import type { RoomStore } from './room-store.ts';

/** How long something must be in sight to count as read, in ms. */
const READING = 1_000;

/** Says that the room has been read up to `newest`, once the page has been looked at for a moment. */
export function useReading(store: RoomStore, { connection }: RoomState, newest: number): void {
  useEffect(() => {
    if (connection !== 'live' || newest === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function look(): void {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(() => store.read(newest), READING);
    }
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [store, connection, newest]);
}
