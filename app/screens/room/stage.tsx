import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { ReactNode } from 'react';
import { sayClock } from '#app/domain/calendar/say-time.ts';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Link } from '#app/ui/link.tsx';
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
    <header className="grid grid-cols-[auto_minmax(0,1fr)_auto_auto] items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-2 md:px-4 lg:grid-cols-[minmax(0,1fr)_auto_auto_auto]">
      <Link
        to={`/circles/${circle.id}`}
        aria-label={`Back to ${circle.name}`}
        className="-ml-2 grid size-11 place-items-center rounded-md text-ink-soft hover:bg-well hover:text-ink md:hidden"
      >
        <Icon of={ChevronLeft} />
      </Link>
      <h1 className="sr-only">Meeting room of {circle.name}</h1>
      <div className="min-w-0 max-md:-ml-3 md:col-span-2 lg:col-span-1 lg:col-start-1 lg:row-start-1">
        {running ? <NowRunning item={running} /> : <BetweenItems />}
      </div>
      <div className="col-start-3 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        {running ? (
          <Remaining
            item={running}
            className="text-2xl font-semibold tracking-tight max-md:flex max-md:flex-col max-md:items-end max-md:leading-none"
          />
        ) : null}
      </div>
      <div className="col-start-4 row-start-1 lg:row-span-2">
        <RoomMenu />
      </div>
      <div className="col-span-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 lg:contents">
        <div className="min-w-0 flex-1 basis-48 lg:col-start-1 lg:row-start-2">
          <FloorLine />
        </div>
        <div className="flex min-w-0 flex-wrap gap-2 empty:hidden max-md:has-[>:nth-child(3)]:w-full lg:col-start-3 lg:row-span-2 lg:row-start-1">
          <ItemControls />
        </div>
      </div>
    </header>
  );
}

function NowRunning({ item }: { item: AgendaItem }) {
  const { shortNameOf } = useRoomParts();
  const kind = kindInWords(item);

  return (
    <>
      <p className="flex items-center gap-2 text-xs text-ink-soft">
        {kind ? <Badge kind={item.itemKind === 'hot-seat' ? 'accent' : 'neutral'}>{kind}</Badge> : 'Now'}
        {item.bringer ? (
          <span className="truncate">
            <span className="max-md:sr-only">brought </span>
            by {shortNameOf(item.bringer)}
          </span>
        ) : null}
      </p>
      <Title>{item.title}</Title>
    </>
  );
}

function BetweenItems() {
  const { meeting, zone } = useRoomParts();
  const next = nextItem(meeting);

  if (meeting.status === 'planned') {
    return (
      <>
        <p className="text-xs text-ink-soft">Planned for {sayClock(meeting.startsAt, zone)}</p>
        <Title>
          <BeforeStart />
        </Title>
      </>
    );
  }
  return (
    <>
      <p className="text-xs text-ink-soft">{next ? 'Between items' : 'Every item has had its turn'}</p>
      <Title>
        {next ? (
          <>
            Next: <bdi>{next.title}</bdi>
          </>
        ) : (
          'Time to say goodbye'
        )}
      </Title>
    </>
  );
}

function Title({ children }: { children: ReactNode }) {
  return <h2 className="in-its-direction line-clamp-2 text-lg leading-snug md:line-clamp-1">{children}</h2>;
}

function BeforeStart() {
  const { meeting, leads, shortNameOf } = useRoomParts();
  const left = meeting.startsAt - useNow();
  const { holder } = meeting.lead;

  if (left > 0) return <>The meeting begins {until(left)}</>;
  if (leads) return <>Ready when you are</>;
  return <>{holder ? `Ready when ${shortNameOf(holder)} starts it` : 'Ready to begin'}</>;
}
