import Hand from 'lucide-react/icons/hand';
import MessageCircle from 'lucide-react/icons/message-circle';
import Repeat from 'lucide-react/icons/repeat';
import { speakingQueue } from '#app/domain/meeting/floor.ts';
import { Icon } from '#app/ui/icon.tsx';
import { count } from './remaining-words.ts';
import { useRoomParts } from './room-context.ts';
import { TurnClock } from './turn-clock.tsx';

/** Who has the floor, for how long, and who is next. */
export function FloorLine() {
  const { meeting, me, shortNameOf } = useRoomParts();
  const { holder, round, turnMs } = meeting.floor;
  const queue = speakingQueue(meeting.floor).map(({ person }) => person);
  const [next, ...others] = round ? round.waiting : queue;
  const then = round ? `${others.length} more in the round` : count(others.length, 'more hand');

  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-0.5 text-sm">
      <span className={holder ? 'inline-flex items-center gap-1.5 font-semibold' : 'text-ink-soft'}>
        {holder ? <Icon of={MessageCircle} size="small" className="text-accent" /> : null}
        {holder
          ? holder.person === me
            ? 'You have the floor'
            : `${shortNameOf(holder.person)} has the floor`
          : null}
        {holder ? (
          <span className="font-normal text-ink-soft">
            <TurnClock since={holder.since} turnMs={turnMs} />
          </span>
        ) : (
          'Nobody has the floor'
        )}
      </span>
      {next ? (
        <span className="inline-flex items-center gap-1.5 text-ink-soft">
          <Icon of={round ? Repeat : Hand} size="small" />
          next: {shortNameOf(next)}
          {others.length > 0 ? `, then ${then}` : null}
        </span>
      ) : null}
    </p>
  );
}
