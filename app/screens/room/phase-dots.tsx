import { type AgendaItem, listedItems } from '#app/domain/meeting/agenda.ts';
import { DOTS_EACH, DOTS_ON_ONE, dotsOf } from '#app/domain/meeting/decide-voting.ts';
import { Button } from '#app/ui/button.tsx';
import { count } from './remaining-words.ts';
import { useRoomParts } from './room-context.ts';

/** The dots of a vote in the middle of a meeting: one press puts a dot, one more puts another, one more takes them off. */
export function PhaseDots() {
  const { meeting, me } = useRoomParts();
  const mine = dotsOf(meeting, me);
  const left = DOTS_EACH - Object.values(mine).reduce((sum, dots) => sum + dots, 0);
  const topics = listedItems(meeting.items).filter(
    ({ itemKind, clock, dropped }) => itemKind === 'topic' && clock.state === 'idle' && !dropped,
  );

  if (topics.length === 0)
    return (
      <p>
        No topic is on the agenda yet. Make topics of what was written, or propose one on the agenda page.
      </p>
    );
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink-soft">
        You have {count(left, 'dot')} left. Nobody sees yours; the sums come when the facilitator moves on.
      </p>
      <ul className="relative -m-1 flex max-h-56 flex-wrap gap-2 overflow-y-auto p-1 md:max-h-40">
        {topics.map((item) => (
          <li key={item.id} className="min-w-0">
            <DotButton item={item} dots={mine[item.id] ?? 0} left={left} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function DotButton({ item, dots, left }: { item: AgendaItem; dots: number; left: number }) {
  const { act } = useRoomParts();
  const isFull = dots === DOTS_ON_ONE || left === 0;
  const next = isFull ? 0 : dots + 1;

  return (
    <Button
      type="button"
      size="small"
      kind={dots > 0 ? 'primary' : 'quiet'}
      disabled={dots === 0 && left === 0}
      aria-label={`${item.title}: ${dots === 0 ? 'no dot' : count(dots, 'dot')}. Press for ${next === 0 ? 'none' : next}.`}
      onClick={() => act({ kind: 'vote.cast', item: item.id, dots: next })}
    >
      <span dir="auto" className="max-w-60 truncate">
        {item.title}
      </span>
      <span aria-hidden="true" className="tracking-widest">
        {'●'.repeat(dots)}
        {'○'.repeat(DOTS_ON_ONE - dots)}
      </span>
    </Button>
  );
}
