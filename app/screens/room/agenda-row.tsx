import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import Play from 'lucide-react/icons/play';
import { type AgendaItem, isFrozen } from '#app/domain/meeting/agenda.ts';
import { elapsedMs } from '#app/domain/meeting/timebox.ts';
import { classNames } from '#app/ui/class-names.ts';
import { Icon, type IconDrawing } from '#app/ui/icon.tsx';
import { kept } from '#app/ui/kept.tsx';
import { Remaining } from './remaining.tsx';
import { count, passed } from './remaining-words.ts';
import { useRoomParts } from './room-context.ts';
import { kindInWords } from './running.ts';

type Neighbours = {
  above: AgendaItem | undefined;
  twoAbove: AgendaItem | undefined;
  below: AgendaItem | undefined;
};

/** `neighbours`: given while the lead arranges. */
type AgendaRowProps = { item: AgendaItem; place: number; neighbours: Neighbours | null };

/** One item: done, running or to come. */
export function AgendaRow({ item, place, neighbours }: AgendaRowProps) {
  const { shortNameOf } = useRoomParts();
  return <Row {...{ item, place, neighbours }} bringer={item.bringer && shortNameOf(item.bringer)} />;
}

type RowProps = AgendaRowProps & { bringer: string | null };

/** A clock that runs shows another time on every page. */
const Row = import.meta.env.SSR
  ? kept('agenda-row', DrawnRow, ({ item, place, neighbours, bringer }) =>
      isOn(item) || neighbours ? null : JSON.stringify([item, place, bringer]),
    )
  : DrawnRow;

function isOn({ clock }: AgendaItem): boolean {
  return clock.state === 'running' || clock.state === 'paused';
}

function DrawnRow({ item, place, neighbours, bringer }: RowProps) {
  const { state } = item.clock;
  const runs = isOn(item);
  const about = [
    kindInWords(item),
    bringer && `brought by ${bringer}`,
    item.votes > 0 && count(item.votes, 'dot'),
    item.dropped && 'left for next time',
  ];

  return (
    <li
      aria-current={runs ? 'step' : undefined}
      className={classNames(
        'grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 rounded-sm border-l-3 px-2 py-1.5',
        runs ? 'border-accent bg-accent-soft' : 'border-transparent',
      )}
    >
      <span className="pt-px text-center text-sm text-ink-soft tabular-nums">
        {state === 'done' ? <Icon of={Check} size="small" label="Done" className="text-good" /> : place}
      </span>
      <p
        className={classNames(
          'in-its-direction leading-snug break-words',
          runs && 'font-semibold',
          (state === 'done' || item.dropped) && 'text-ink-soft',
        )}
      >
        {item.title}
      </p>
      <span className="text-sm tabular-nums">
        {runs ? <Remaining item={item} className="font-semibold" /> : <Planned item={item} />}
      </span>
      <p className="col-span-2 col-start-2 text-sm text-ink-soft">{about.filter(Boolean).join(', ')}</p>
      {runs && item.help ? (
        <p className="col-span-2 col-start-2 mt-1 text-sm break-words">
          Wants: <bdi>{item.help}</bdi>
        </p>
      ) : null}
      {neighbours && !isFrozen(item) ? <RowButtons item={item} {...neighbours} /> : null}
    </li>
  );
}

function RowButtons({ item, above, twoAbove, below }: Neighbours & { item: AgendaItem }) {
  const { meeting, act } = useRoomParts();
  const move = (after: string | null) => act({ kind: 'item.move', item: item.id, after });

  return (
    <div className="col-span-2 col-start-2 -ml-3 flex">
      {meeting.status === 'live' ? (
        <RowButton
          label={`Start ${item.title}`}
          icon={Play}
          onPress={() => act({ kind: 'item.start', item: item.id, rev: item.clock.rev })}
        />
      ) : null}
      {above && !isFrozen(above) ? (
        <RowButton
          label={`Move ${item.title} up`}
          icon={ChevronUp}
          onPress={() => move(twoAbove?.id ?? null)}
        />
      ) : null}
      {below ? (
        <RowButton label={`Move ${item.title} down`} icon={ChevronDown} onPress={() => move(below.id)} />
      ) : null}
    </div>
  );
}

/** Minutes to come, or minutes taken. */
function Planned({ item }: { item: AgendaItem }) {
  if (item.clock.state !== 'done') return <span>{item.minutes} min</span>;
  return (
    <span className="text-ink-soft">
      {passed(elapsedMs(item.clock, 0))}
      <span className="sr-only"> taken</span>
    </span>
  );
}

function RowButton({ label, icon, onPress }: { label: string; icon: IconDrawing; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-11 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-well hover:text-ink"
    >
      <Icon of={icon} />
    </button>
  );
}
