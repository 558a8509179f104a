import NotebookPen from 'lucide-react/icons/notebook-pen';
import { useState } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { useRoomParts } from '../room/room-context.ts';
import { OpenNotes } from './open-notes.tsx';
import { ReadNotes } from './read-notes.tsx';

/** The notes before the room opens: who prepares can write already. */
export function NotesBefore() {
  const { state, notes, nameOf } = useRoomParts();
  const [wanted, setWanted] = useState(false);

  return (
    <Card id="notes" title="Shared notes" level={2} className="w-full text-left">
      <div
        className={wanted ? 'flex h-80 flex-col overflow-hidden rounded-md border border-line' : undefined}
      >
        <OpenNotes
          wanted={wanted}
          open
          room={state.room}
          me={state.me}
          connection={state.connection}
          nameOf={nameOf}
        >
          <ReadNotes blocks={notes} empty="What you prepare here is there when the meeting starts." />
          {wanted ? null : (
            <Button
              type="button"
              size="small"
              icon={NotebookPen}
              className="mt-3"
              onClick={() => setWanted(true)}
            >
              Write notes
            </Button>
          )}
        </OpenNotes>
      </div>
    </Card>
  );
}
