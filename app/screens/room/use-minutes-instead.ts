import { useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { MeetingState } from '#app/domain/meeting/state.ts';

/** What only the minutes show while the room is shut. The notes have their place before it opens, and not after. */
const before = /^#(line|decision|action)-/;
const after = /^#(line|item|decision|action)-|^#notes$/;

/** A link to what was said or decided in a room that is shut leads to the minutes, where all of it stands. */
export function useMinutesInstead(room: string, { status }: MeetingState, isOpen: boolean): void {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const leadsOn = useRef(false);
  leadsOn.current = !isOpen && (status === 'planned' ? before : after).test(hash);

  // Asked on arriving alone: whoever is here when the room shuts is not sent away.
  useEffect(() => {
    if (leadsOn.current) navigate(`/meetings/${room}/minutes${hash}`, { replace: true });
  }, [hash, room, navigate]);
}
