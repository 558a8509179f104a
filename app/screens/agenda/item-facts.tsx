import Check from 'lucide-react/icons/check';
import History from 'lucide-react/icons/history';
import Play from 'lucide-react/icons/play';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { nextInSeat } from '#app/domain/meeting/hot-seats.ts';
import { Badge } from '#app/ui/badge.tsx';
import { classNames } from '#app/ui/class-names.ts';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { kinds } from './kind-words.ts';
import type { Agenda } from './use-agenda.ts';

type ItemFactsProps = { agenda: Agenda; item: AgendaItem };

/** What it is called, how long it takes, and what its bringer hopes for. */
export function ItemHeading({ item }: { item: AgendaItem }) {
  return (
    <>
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="in-its-direction min-w-0 text-lg">{item.title}</h3>
        <span className="shrink-0 font-semibold whitespace-nowrap tabular-nums">{item.minutes} min</span>
      </div>
      {item.help ? (
        <p className="max-w-text whitespace-pre-line">
          <span className="font-semibold">Help wanted:</span> <bdi>{item.help}</bdi>
        </p>
      ) : null}
    </>
  );
}

/** Its kind, how it stands, and who brings it; `isAlone` on a line of their own. */
export function ItemFacts({ agenda, item, isAlone }: ItemFactsProps & { isAlone: boolean }) {
  const { label, icon } = kinds[item.itemKind];

  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-1.5 py-1',
        isAlone ? 'basis-full' : 'min-w-0 flex-1',
      )}
    >
      <Badge kind={item.itemKind === 'hot-seat' ? 'accent' : 'neutral'} icon={icon}>
        {label}
      </Badge>
      {item.carried > 0 ? (
        <Badge kind="warn" icon={History}>
          {item.carried === 1 ? 'Carried over from last time' : `Carried over ${item.carried} times`}
        </Badge>
      ) : null}
      {item.dropped ? <Badge>Left for next time</Badge> : null}
      {agenda.meeting.running === item.id ? (
        <Badge kind="lead" icon={Play}>
          Running now
        </Badge>
      ) : null}
      {item.clock.state === 'done' ? (
        <Badge kind="good" icon={Check}>
          Done
        </Badge>
      ) : null}
      <Bringer agenda={agenda} item={item} />
    </div>
  );
}

function Bringer({
  agenda: { meeting, me, nameOf, people },
  item: { id: item, bringer, itemKind },
}: ItemFactsProps) {
  if (bringer === null) {
    const isSomebodys = itemKind === 'topic' || itemKind === 'hot-seat';
    const next =
      itemKind === 'hot-seat'
        ? nextInSeat(
            meeting,
            people.map(({ id }) => id),
            item,
          )
        : null;
    const hint = next ? `, ${next === me ? 'you' : nameOf(next)} would be next` : '';
    return isSomebodys ? <span className="text-sm text-ink-soft">Nobody brings it yet{hint}</span> : null;
  }
  const name = people.find(({ id }) => id === bringer)?.name ?? nameOf(bringer);
  return (
    <span className="inline-flex min-w-0 items-center gap-2 text-sm">
      <SeatMark id={bringer} name={name} size="small" />
      <span className="min-w-0">{bringer === me ? 'You bring it' : `${name} brings it`}</span>
    </span>
  );
}
