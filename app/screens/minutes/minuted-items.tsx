import { sayMinutes } from '#app/domain/calendar/say-time.ts';
import type { MinutedItem } from '#app/domain/meeting/minutes.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Card } from '#app/ui/card.tsx';

const carriedOver = <Badge kind="warn">Not reached, carried over</Badge>;
const outcomes = {
  done: null,
  unfinished: <Badge kind="warn">Not reached</Badge>,
  'left-out': <Badge>Left out</Badge>,
};

/** The agenda as it went: time planned and time taken. */
export function MinutedItems({
  items,
  nameOf,
}: {
  items: MinutedItem[];
  nameOf: (person: string) => string;
}) {
  return (
    <Card title="Agenda" level={2}>
      {items.length === 0 ? <p className="text-ink-soft">There was no agenda.</p> : null}
      <ol className="flex flex-col divide-y divide-line">
        {items.map((item) => (
          <li
            key={item.id}
            id={`item-${item.id}`}
            className="target:bg-accent-soft data-arrived:bg-accent-soft flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3"
          >
            <span className="min-w-0">
              <bdi>{item.title}</bdi>{' '}
              {item.bringer ? <bdi className="text-sm text-ink-soft">{nameOf(item.bringer)}</bdi> : null}
              {item.phases.length > 1 ? (
                <span className="block text-sm text-ink-soft">{item.phases.join(' · ')}</span>
              ) : null}
            </span>
            <span className="text-sm tabular-nums text-ink-soft">
              {(item.goesOn ? carriedOver : outcomes[item.outcome]) ??
                `took ${minutes(item.takenMs)} of ${minutes(item.plannedMs + item.extendedMs)}`}
              {item.extensions > 0 ? `, ${minutes(item.extendedMs)} of it given by vote` : null}
              {item.dropped ? <span className="block">dropped out to keep to time</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function minutes(ms: number): string {
  return ms > 0 && ms < 60_000 ? `${Math.round(ms / 1_000)} s` : sayMinutes(Math.round(ms / 60_000));
}
