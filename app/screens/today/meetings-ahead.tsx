import { type Reader, sayTime } from '#app/domain/calendar/say-time.ts';
import type { MeetingAhead } from '#app/domain/today/today.ts';
import { Card } from '#app/ui/card.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

/** The next meetings of the reader's other circles. */
export function MeetingsAhead({ meetings, reader }: { meetings: MeetingAhead[]; reader: Reader }) {
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
      </ul>
    </Card>
  );
}
