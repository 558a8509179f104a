import type { ReactNode } from 'react';
import { Dialog } from '#app/ui/dialog.tsx';
import { useRoomParts } from './room-context.ts';

type RoomDialogProps = { title: string; onDone: () => void; children: ReactNode };

/** A question before the room. Like the room it is covered, with what was begun in it, while its reader is signed out. */
export function RoomDialog({ title, onDone, children }: RoomDialogProps) {
  const { state } = useRoomParts();
  return (
    <Dialog title={title} open={state.connection !== 'signed-out'} onClose={onDone}>
      {children}
    </Dialog>
  );
}
