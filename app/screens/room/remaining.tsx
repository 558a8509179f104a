import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { remainingMs } from '#app/domain/meeting/timebox.ts';
import { classNames } from '#app/ui/class-names.ts';
import { figures, remainingInWords } from './remaining-words.ts';
import { useNow } from './room-context.ts';

type RemainingProps = { item: AgendaItem; className?: string };

/** What is left of an item, in figures that do not dance; below zero it says so in words too. */
export function Remaining({ item, className }: RemainingProps) {
  const left = remainingMs(item, useNow());
  const isOver = left < 0;
  const isPaused = item.clock.state === 'paused';

  return (
    <span className={classNames('tabular-nums', isOver && 'text-stop', className)}>
      <span aria-hidden="true">{figures(left)}</span>
      <span className="sr-only">{remainingInWords(left)}</span>
      {isOver ? (
        <span aria-hidden="true" className="ml-1.5 font-sans text-sm font-medium">
          over
        </span>
      ) : null}
      {isPaused ? <span className="ml-1.5 font-sans text-sm font-medium text-ink-soft">paused</span> : null}
    </span>
  );
}
