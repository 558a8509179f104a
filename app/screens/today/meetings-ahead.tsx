import { type Reader, sayTime } from '#app/domain/calendar/say-time.ts';
import type { MeetingAhead } from '#app/domain/today/today.ts';
import { Card } from '#app/ui/card.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

type MeetingsAheadProps = {
  meetings: MeetingAhead[];
  /** Circles that have no meeting ahead. */
  waiting: { id: string; name: string }[];
  reader: Reader;
};

/** The reader's other circles and when they meet. */
export function MeetingsAhead({ meetings, waiting, reader }: MeetingsAheadProps) {
  if (meetings.length + waiting.length === 0) return null;
  return (
    <Card title="Your other circles" level={2}>
      <ul className="flex flex-col divide-y divide-line">
        {meetings.map(({ id, circle, startsAt, leader }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <TextLink to={`/meetings/${id}`}>{circle.name}</TextLink>
            <span className="text-sm text-ink-soft">
              {sayTime(startsAt, reader)}
              {leader?.isReader ? ', you lead' : ''}
            </span>
          </li>
        ))}
        {waiting.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <TextLink to={`/circles/${id}`}>{name}</TextLink>
            <span className="text-sm text-ink-soft">Nothing planned yet</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
