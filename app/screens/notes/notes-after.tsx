import { useEffect, useState } from 'react';
import { Card } from '#app/ui/card.tsx';
import { notesOutbox } from '../live/notes-outbox.ts';
import { useRoomParts } from '../room/room-context.ts';
import { OpenNotes } from './open-notes.tsx';

/** After the meeting: the notes are in the minutes, and here only when something of one's own did not make it in time. */
export function NotesAfter() {
  const { state, nameOf } = useRoomParts();
  const { room, me } = state;
  const [isKept, setIsKept] = useState(false);

  useEffect(() => {
    let isOn = true;
    void notesOutbox.list(me, room).then((pieces) => {
      if (isOn && pieces.length > 0) setIsKept(true);
    });
    return () => {
      isOn = false;
    };
  }, [me, room]);

  if (!isKept) return null;
  return (
    <Card title="Your last notes" level={2}>
      <div className="flex h-80 flex-col overflow-hidden rounded-md border border-line">
        <OpenNotes wanted open={false} room={room} me={me} connection={state.connection} nameOf={nameOf}>
          {null}
        </OpenNotes>
      </div>
    </Card>
  );
}
