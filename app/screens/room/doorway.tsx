import { memo } from 'react';
import { isRoomOpen } from '#app/domain/meeting/state.ts';
import { ClosedRoom } from './closed-room.tsx';
import { LiveRoom } from './live-room.tsx';
import { useNow, useRoomParts } from './room-context.ts';
import { WaitingRoom } from './waiting-room.tsx';

/** Before the room opens, in it, or after it: this turns by itself. */
export const Doorway = memo(function Doorway() {
  const { meeting } = useRoomParts();
  const now = useNow();

  if (meeting.status === 'closed' || meeting.status === 'skipped') return <ClosedRoom />;
  return isRoomOpen(meeting, now) ? <LiveRoom /> : <WaitingRoom />;
});
