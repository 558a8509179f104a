import { useEffect, useId, useState } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { useRoomParts } from '../room/room-context.ts';
import { OpenNotes } from './open-notes.tsx';
import { ReadNotes } from './read-notes.tsx';

/** The notes of a meeting as a part of its room: for reading until somebody looks, for writing from then on. */
export function NotesPanel({ shown, className }: { shown: boolean; className: string }) {
  const { state, meeting, notes, nameOf } = useRoomParts();
  const heading = useId();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (shown) setWanted(true);
  }, [shown]);
  const open = meeting.status === 'planned' || meeting.status === 'live';

  return (
    <section
      id="notes"
      aria-labelledby={heading}
      className={classNames(
        'flex min-h-0 min-w-0 flex-col overflow-hidden rounded-md border border-line bg-surface',
        className,
      )}
    >
      <h2 id={heading} className="sr-only">
        Notes
      </h2>
      <OpenNotes
        wanted={wanted}
        open={open}
        room={state.room}
        me={state.me}
        connection={state.connection}
        nameOf={nameOf}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <div tabIndex={0} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">
          <ReadNotes blocks={notes} empty="No notes yet." />
        </div>
      </OpenNotes>
    </section>
  );
}
