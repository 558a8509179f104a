import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { notesOutbox } from '../live/notes-outbox.ts';
import type { RoomState } from '../live/room-state.ts';
import { liveSocket } from '../live/socket.ts';
import { openNoteCursors } from './note-cursors.ts';
import { type NoteLink, openNoteLink } from './note-link.ts';
import type { NoteState } from './note-state.ts';

export type NoteDesk = { link: NoteLink; cursors: ReturnType<typeof openNoteCursors> };

const nothingYet: NoteState = { standing: 'opening', refusal: null, stray: '' };
const never = () => () => {};

type Room = Pick<RoomState, 'room' | 'me' | 'connection'> & { nameOf: (person: string) => string };

/** The notes of a room in this tab: open while the page shows them, following the room's own line. */
export function useNoteDesk({ room, me, connection, nameOf }: Room): {
  desk: NoteDesk | null;
  state: NoteState;
} {
  const [desk, setDesk] = useState<NoteDesk | null>(null);
  const now = useRef({ connection, nameOf });
  now.current = { connection, nameOf };

  useEffect(() => {
    const socket = liveSocket();
    const mayStore = () => now.current.connection !== 'signed-out';
    const link = openNoteLink({ room, me, socket, outbox: notesOutbox, mayStore });
    const cursors = openNoteCursors({
      ...{ room, socket, doc: link.doc },
      nameOf: (person) => now.current.nameOf(person),
    });
    const stops = [link.start(), cursors.start()];
    setDesk({ link, cursors });
    return () => {
      for (const stop of stops) stop();
      setDesk(null);
    };
  }, [room, me]);

  useEffect(() => desk?.link.online(connection === 'live'), [desk, connection]);
  const { subscribe, get } = desk?.link ?? { subscribe: never, get: () => nothingYet };
  const state = useSyncExternalStore(subscribe, get, () => nothingYet);
  return { desk, state };
}
