import { memo, useEffect, useRef } from 'react';
import { isRoomOpen } from '#app/domain/meeting/state.ts';
import { useAnnounce } from '#app/ui/live-region.tsx';
import { ClosedRoom } from './closed-room.tsx';
import { LiveRoom } from './live-room.tsx';
import { useNow, useRoomParts } from './room-context.ts';
import { useMinutesInstead } from './use-minutes-instead.ts';
import { WaitingRoom } from './waiting-room.tsx';

/** Before the room opens, in it, or after it: this turns by itself. */
export const Doorway = memo(function Doorway() {
  const { state, meeting } = useRoomParts();
  const isOpen = isRoomOpen(meeting, useNow());
  const announce = useAnnounce();
  const wasOpen = useRef(isOpen);
  useMinutesInstead(state.room, meeting, isOpen);

  useEffect(() => {
    if (isOpen && !wasOpen.current && meeting.status === 'planned') announce('The room is open.');
    wasOpen.current = isOpen;
  }, [isOpen, meeting.status, announce]);

  if (meeting.status === 'closed' || meeting.status === 'skipped') return <ClosedRoom />;
  return isOpen ? <LiveRoom /> : <WaitingRoom />;
});
