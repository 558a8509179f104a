import { classNames } from '#app/ui/class-names.ts';
import { figures, passed, remainingInWords } from './remaining-words.ts';
import { useNow } from './room-context.ts';

/** How long somebody has had the floor; with a clock for turns, what is left of theirs, or how far it is over. */
export function TurnClock({ since, turnMs }: { since: number; turnMs: number | null }) {
  const spoken = useNow() - since;
  if (turnMs === null) return <span className="tabular-nums">{passed(spoken)}</span>;
  const left = Math.min(turnMs, turnMs - spoken);
  const isOver = left <= -1_000;

  return (
    <span className={classNames('tabular-nums', isOver && 'font-semibold text-stop')}>
      <span aria-hidden="true">
        {figures(left)} {isOver ? 'over' : 'left'}
      </span>
      <span className="sr-only">{remainingInWords(left)}</span>
    </span>
  );
}
