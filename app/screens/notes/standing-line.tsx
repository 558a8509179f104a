import { useEffect, useRef } from 'react';
import { useAnnounce } from '#app/ui/live-region.tsx';
import type { NoteStanding, NoteState } from './note-state.ts';

const words: Record<Exclude<NoteStanding, 'refused'>, string> = {
  opening: 'Fetching the notes',
  saved: 'Saved',
  saving: 'Saving',
  kept: 'Not saved yet: kept on this device',
  renewed: 'These notes were replaced. Copy what you need, then load the page again.',
};

const troubled = new Set<NoteStanding>(['kept', 'refused', 'renewed']);

/** How the notes stand, in words; trouble, and its end, are told to screen readers too. */
export function StandingLine({ state }: { state: NoteState }) {
  const { standing, refusal } = state;
  const sentence = standing === 'refused' ? sayRefused(refusal) : words[standing];
  const announce = useAnnounce();
  const told = useRef<NoteStanding>('opening');

  useEffect(() => {
    const isOver = troubled.has(told.current) && standing === 'saved';
    if (isOver || (troubled.has(standing) && told.current !== standing)) announce(`Notes: ${sentence}`);
    if (isOver || troubled.has(standing) || told.current === 'opening') told.current = standing;
  }, [standing, sentence, announce]);

  return (
    <p
      className={
        troubled.has(standing)
          ? 'border-t border-line bg-warn-soft px-4 py-2 text-sm text-warn'
          : 'border-t border-line px-4 py-2 text-sm text-ink-soft'
      }
    >
      {sentence}
    </p>
  );
}

function sayRefused(refusal: NoteState['refusal']): string {
  if (refusal?.refused === 'meeting-closed')
    return 'The meeting was closed before your last words were saved. They stand here with the rest: copy what you need.';
  return refusal?.message ?? '';
}
