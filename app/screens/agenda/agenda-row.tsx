import { sayClock } from '#app/domain/calendar/say-time.ts';
import { type AgendaItem, isFrozen } from '#app/domain/meeting/agenda.ts';
import { dropOf } from '#app/domain/meeting/arrange.ts';
import { mayChangeItem } from '#app/domain/meeting/may.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Time } from '#app/ui/time.tsx';
import { ItemChanges } from './item-changes.tsx';
import { hasDots, ItemDots } from './item-dots.tsx';
import { ItemFacts, ItemHeading } from './item-facts.tsx';
import { KeepItem } from './keep-item.tsx';
import { MoveButtons, MoveHandle } from './move-buttons.tsx';
import type { Agenda } from './use-agenda.ts';
import { useDragRow } from './use-drag-row.ts';

type AgendaRowProps = {
  agenda: Agenda;
  item: AgendaItem;
  /** Counted from 1. */
  place: number;
  /** When it should begin, in ms; null when the plan is past. */
  startsAt: number | null;
  /** Keeps the row while its form is open. */
  hold: (id: string, isOpen: boolean) => void;
};

/** One item of the agenda, with all that can be done with it. */
export function AgendaRow({ agenda, item, place, startsAt, hold }: AgendaRowProps) {
  const { meeting, listed, me, may } = agenda;
  const isMovable = may.arrange && !isFrozen(item) && !item.withdrawn;
  const { row, handle, edge, isDragged } = useDragRow({
    list: agenda.id,
    id: item.id,
    isMovable,
    accepts: (dragged, at) => dropOf(listed, dragged, item.id, at) !== null,
    dropped(dragged, at) {
      const move = dropOf(listed, dragged, item.id, at);
      const moved = listed.find(({ id }) => id === dragged);
      if (move && moved) agenda.move(move, agenda.idOf(moved, 'move'));
    },
  });

  return (
    <li
      ref={row}
      id={`item-${item.id}`}
      className={classNames(
        'relative flex flex-col px-4 py-3 sm:flex-row sm:gap-4 sm:px-5',
        meeting.running === item.id && 'bg-lead-soft',
        isDragged && 'opacity-40',
      )}
    >
      {edge ? <DropLine edge={edge} /> : null}
      <div className="flex shrink-0 items-center justify-between sm:w-12 sm:flex-col sm:items-start sm:justify-start sm:pt-0.5">
        {startsAt === null ? (
          <span className="font-serif sm:text-lg tabular-nums text-ink-soft">
            {item.withdrawn ? '' : place}
          </span>
        ) : (
          <Time iso={new Date(startsAt).toISOString()} className="font-serif sm:text-lg text-ink-soft">
            {sayClock(startsAt, agenda.reader.zone)}
          </Time>
        )}
        {isMovable ? <MoveHandle ref={handle} agenda={agenda} item={item} /> : null}
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <ItemHeading item={item} />
        <div className="flex flex-wrap items-center gap-y-1">
          <ItemFacts agenda={agenda} item={item} isAlone={hasDots(agenda, item)} />
          <ItemDots agenda={agenda} item={item} />
          {isMovable ? <MoveButtons agenda={agenda} item={item} /> : null}
          <KeepItem agenda={agenda} item={item} />
          <ItemChanges
            agenda={agenda}
            item={item}
            mayChange={may.change && mayChangeItem(meeting, item, me)}
            hold={hold}
          />
        </div>
      </div>
    </li>
  );
}

function DropLine({ edge }: { edge: 'above' | 'below' }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'pointer-events-none absolute inset-x-2 z-10 h-1 rounded-full bg-accent',
        edge === 'above' ? '-top-0.5' : '-bottom-0.5',
      )}
    />
  );
}
