import { ActionDialog } from './action-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useRoomParts } from './room-context.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The question that stands before the room, if there is one. */
export function RoomDialogs() {
  const { asking, ask } = useRoomParts();
  const done = () => ask(null);

  switch (asking?.what) {
    case 'decision':
      return <DecisionDialog {...asking} onDone={done} />;
    case 'action':
      return <ActionDialog {...asking} onDone={done} />;
    case 'close':
      return <CloseDialog onDone={done} />;
    case 'hand-over':
      return <HandOverDialog onDone={done} />;
    case 'shortcuts':
      return <ShortcutsDialog onDone={done} />;
    default:
      return null;
  }
}
