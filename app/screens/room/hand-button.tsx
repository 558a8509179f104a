import Hand from 'lucide-react/icons/hand';
import { isHandUp, speakingQueue } from '#app/domain/meeting/floor.ts';
import { Button } from '#app/ui/button.tsx';
import { useRoomParts } from './room-context.ts';

/** Asks to speak, takes it back, or gives the floor up: whichever the reader can do now. */
export function HandButton({ compact = false }: { compact?: boolean }) {
  const { meeting, me, act } = useRoomParts();
  const { floor } = meeting;
  const place = speakingQueue(floor).findIndex(({ person }) => person === me) + 1;
  const speaks = floor.holder?.person === me;
  const isUp = isHandUp(floor, me);
  const words = speaks
    ? 'End my turn'
    : isUp
      ? `Lower my hand${place > 0 ? `, number ${place}` : ''}`
      : 'Raise my hand';

  function press(): void {
    if (speaks) act({ kind: 'floor.end', person: me });
    else act(isUp ? { kind: 'hand.lower', person: me } : { kind: 'hand.raise' });
  }

  return (
    <Button
      type="button"
      size="small"
      kind={isUp || speaks ? 'primary' : 'quiet'}
      icon={compact && speaks ? undefined : Hand}
      aria-pressed={isUp}
      aria-label={compact ? words : undefined}
      title={compact ? words : undefined}
      className={compact ? 'shrink-0 px-2.5' : undefined}
      onClick={press}
    >
      {/* Nobody looks for the end of their turn behind a hand. */}
      {compact && !speaks ? (isUp && place > 0 ? place : null) : words}
    </Button>
  );
}
