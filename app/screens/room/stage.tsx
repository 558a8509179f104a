import { Link } from '@remix-run/react';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import { sayClock } from '#app/domain/calendar/say-time.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { FloorLine } from './floor-line.tsx';
import { ItemControls } from './item-controls.tsx';
import { Remaining } from './remaining.tsx';
import { until } from './remaining-words.ts';
import { useNow, useRoomParts } from './room-context.ts';
import { RoomMenu } from './room-menu.tsx';
import { kindInWords, nextItem, runningItem } from './running.ts';

/** What comes first in the room: the running item, its time, who has the floor, and what the lead can do now. */
export function Stage() {
  const { meeting, circle } = useRoomParts();
  const running = runningItem(meeting);

  return (
    <header className="border-b border-line bg-surface px-3 py-2 md:px-4">
      <div className="flex items-center gap-2">
        <Link
          to={`/circles/${circle.id}`}
          aria-label={`Back to ${circle.name}`}
          className="-ml-2 grid size-11 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-well hover:text-ink md:hidden"
        >
          <Icon of={ChevronLeft} />
        </Link>
        <h1 className="sr-only">Meeting room of {circle.name}</h1>
        <div className="min-w-0 flex-1">{running ? <NowRunning /> : <BetweenItems />}</div>
        {running ? (
          <Remaining item={running} className="font-serif text-2xl font-semibold lining-nums" />
        ) : null}
        <RoomMenu />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 md:mt-1">
        <FloorLine />
        <div className="flex min-w-0 flex-wrap gap-2 empty:hidden">
          <ItemControls />
        </div>
      </div>
    </header>
  );
}

function NowRunning() {
  const { meeting, me, nameOf } = useRoomParts();
  const item = runningItem(meeting);
  if (!item) return null;
  const kind = kindInWords(item);
  const bringer = item.bringer && (item.bringer === me ? 'you' : nameOf(item.bringer));

  return (
    <>
      <p className="flex items-center gap-2 text-xs text-ink-soft">
        {kind ? <Badge kind={item.itemKind === 'hot-seat' ? 'accent' : 'neutral'}>{kind}</Badge> : 'Now'}
        {bringer ? <span className="truncate">brought by {bringer}</span> : null}
      </p>
      <h2 className="truncate text-lg leading-snug">{item.title}</h2>
    </>
  );
}

function BetweenItems() {
  const { meeting, leads, nameOf, zone } = useRoomParts();
  const { holder } = meeting.lead;
  const who = leads ? 'you' : holder ? nameOf(holder) : 'somebody';

  if (meeting.status === 'planned') {
    return (
      <>
        <p className="text-xs text-ink-soft">
          Starts at {sayClock(meeting.startsAt, zone)}, when {who} {leads ? 'start' : 'starts'} it
        </p>
        <h2 className="truncate text-lg leading-snug">
          <BeforeStart startsAt={meeting.startsAt} />
        </h2>
      </>
    );
  }
  const next = nextItem(meeting);
  return (
    <>
      <p className="text-xs text-ink-soft">{next ? 'Between items' : 'Every item has had its turn'}</p>
      <h2 className="truncate text-lg leading-snug">
        {next ? `Next: ${next.title}` : 'Time to say goodbye'}
      </h2>
    </>
  );
}

function BeforeStart({ startsAt }: { startsAt: number }) {
  const left = startsAt - useNow();
  return left > 0 ? <>The meeting begins {until(left)}</> : <>Ready to begin</>;
}
