import CalendarPlus from 'lucide-react/icons/calendar-plus';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import type {
  ActionItemOfMine,
  AskWithinReach,
  ItemToPrepare,
  MeetingAhead,
  News,
} from '#app/domain/today/today.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { BetweenNews } from './between-news.tsx';
import { MeetingsAhead } from './meetings-ahead.tsx';
import { MyGroups } from './my-groups.tsx';
import { NewsList } from './news-list.tsx';
import { NextUp } from './next-up.tsx';
import { AsksWithinReach, ItemsToPrepare, MyActionItems } from './waiting.tsx';

type TodayPageProps = {
  name: string;
  reader: Reader;
  commandId: string;
  meetings: MeetingAhead[];
  prepare: ItemToPrepare[];
  actions: ActionItemOfMine[];
  asks: AskWithinReach[];
  news: News[];
  /** The reader's circles: without one there is another thing to do first. */
  circles: { id: string; name: string }[];
  groups: { id: string; name: string }[];
};

/** The first page: when do we meet, what is my part, what waits for me. */
export function TodayPage({
  name,
  reader,
  commandId,
  meetings,
  prepare,
  actions,
  asks,
  news,
  circles,
  groups,
}: TodayPageProps) {
  const [next, ...later] = meetings;
  const first = next ? next.circle.id : circles[0]?.id;
  const waiting = circles.filter(({ id }) => id !== first && later.every(({ circle }) => circle.id !== id));

  return (
    <div className="flex flex-col gap-8">
      <PageHeading eyebrow="Today" title={`Hello ${name}`} />
      {next ? <NextUp meeting={next} reader={reader} /> : <NothingPlanned circles={circles} />}
      <MeetingsAhead meetings={later} waiting={waiting} reader={reader} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <MyActionItems actions={actions} commandId={commandId} />
        <ItemsToPrepare items={prepare} reader={reader} />
        <BetweenNews circles={circles} />
        <AsksWithinReach asks={asks} />
        <NewsList news={news} reader={reader} />
        <MyGroups groups={groups} />
      </div>
    </div>
  );
}

function NothingPlanned({ circles }: { circles: TodayPageProps['circles'] }) {
  const [circle] = circles;
  if (circle) {
    return (
      <EmptyState
        icon={CalendarPlus}
        action={<ButtonLink to={`/circles/${circle.id}`}>Open {circle.name}</ButtonLink>}
      >
        Nothing is planned yet. Your circle’s page is the place to plan the season.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={CalendarPlus}
      action={
        <ButtonLink to="/circles/new" kind="primary">
          Found a circle
        </ButtonLink>
      }
    >
      You are in no circle yet. Open an invitation link that somebody sent you, or found a circle of your own.
    </EmptyState>
  );
}
