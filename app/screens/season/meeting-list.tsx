import type { Reader } from '#app/domain/calendar/say-time.ts';
import { isAhead, type RotaMeetingView } from '#app/domain/season/rota-view.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { classNames } from '#app/ui/class-names.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { MeetingBadge } from './meeting-badge.tsx';
import { When } from './when.tsx';

type MeetingListProps = { circleId: string; meetings: readonly RotaMeetingView[]; reader: Reader };

/** The last meeting and the next ones; the page of meetings has them all. */
const mostShown = 7;

/** The season's line of meetings: what was, what is next, what is still to come. */
export function MeetingList({ circleId, meetings, reader }: MeetingListProps) {
  if (meetings.length === 0) return null;
  const next = meetings.find(isAhead);
  const first = Math.max(0, next ? meetings.indexOf(next) - 1 : meetings.length - 1);
  const shown = meetings.slice(first, first + mostShown);

  return (
    <Card
      title="The season"
      actions={
        <ButtonLink to={`/circles/${circleId}/plan`} size="small">
          Dates and changes
        </ButtonLink>
      }
    >
      <ol className="flex flex-col">
        {shown.map((meeting) => (
          <li
            key={meeting.id}
            className={classNames(
              'relative flex flex-wrap items-baseline gap-x-3 gap-y-1 border-l-2 py-2 pl-4',
              meeting === next ? 'border-accent' : 'border-line',
              meeting.status === 'skipped' && 'text-ink-soft',
            )}
          >
            <TextLink to={`/meetings/${meeting.id}`} quiet className="inline-flex min-h-11 items-center">
              <span>
                <When
                  at={meeting.startsAt}
                  reader={reader}
                  timeZone={meeting.timeZone}
                  away={meeting === next && meeting.status !== 'live'}
                />
              </span>
            </TextLink>
            <MeetingBadge status={meeting.status} />
            <LeadWords meeting={meeting} />
          </li>
        ))}
      </ol>
      {shown.length < meetings.length ? (
        <p>
          <TextLink to={`/circles/${circleId}/plan`}>All {meetings.length} meetings</TextLink>
        </p>
      ) : null}
    </Card>
  );
}

/** Who leads or led, in two words. */
export function LeadWords({ meeting: { lead, status } }: { meeting: RotaMeetingView }) {
  if (status === 'skipped' || !lead) return null;
  const past = status === 'closed';
  if (lead.isReader) return <span className="font-semibold text-lead-ink">You {past ? 'led' : 'lead'}</span>;
  return (
    <span className="text-ink-soft">
      {lead.name} {past ? 'led' : 'leads'}
    </span>
  );
}
