import { useEffect, useState } from 'react';
import { useRoomParts } from '../room/room-context.ts';

/** What the server answers about a meeting's notes. */
export type NotesNow = { written: boolean };

/** Whether there are shared notes: as the page was loaded, and anew from the server since most never open them. */
export function useHasNotes(): boolean {
  const { state, notes } = useRoomParts();
  const { room } = state;
  const [has, setHas] = useState(notes === null || notes.length > 0);

  useEffect(() => {
    const stop = new AbortController();
    void ask(room, stop.signal).then((now) => now && setHas(now.written));
    return () => stop.abort();
  }, [room]);
  return has;
}

async function ask(room: string, signal: AbortSignal): Promise<NotesNow | null> {
  const answer = await fetch(`/meetings/${room}/notes`, { signal }).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}
