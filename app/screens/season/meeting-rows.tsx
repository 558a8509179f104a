import { type Reader, sayMinutes } from '#app/domain/calendar/say-time.ts';
import type { RotaMeetingView } from '#app/domain/season/rota-view.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { MeetingBadge } from './meeting-badge.tsx';
import { MeetingChanges, RestoreMeeting } from './meeting-changes.tsx';
import { LeadWords } from './meeting-list.tsx';
import { When } from './when.tsx';

type MeetingRowsProps = {
  action: string;
  meetings: readonly RotaMeetingView[];
  reader: Reader;
  mayPlan: boolean;
};

/** Every meeting with its date and, for whoever may plan, the ways to change it. */
export function MeetingRows({ action, meetings, reader, mayPlan }: MeetingRowsProps) {
  const seasons = [...new Set(meetings.map((each) => each.season))];

  return seasons.map((season) => (
    <section key={season} aria-labelledby={`season-${season}`} className="flex flex-col gap-3">
      <h2 id={`season-${season}`}>Season {season}</h2>
      <ol className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
        {meetings
          .filter((each) => each.season === season)
          .map((meeting) => (
            <li key={meeting.id} id={`meeting-${meeting.id}`} className="flex flex-col gap-2 p-4">
              <Line meeting={meeting} reader={reader} />
              {mayPlan && meeting.isAhead ? <MeetingChanges action={action} meeting={meeting} /> : null}
              {mayPlan && isRestorable(meeting, reader) ? (
                <RestoreMeeting action={action} meeting={meeting} />
              ) : null}
            </li>
          ))}
      </ol>
    </section>
  ));
}

function Line({ meeting, reader }: { meeting: RotaMeetingView; reader: Reader }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <TextLink
        to={`/meetings/${meeting.id}`}
        quiet
        className="inline-flex min-h-11 items-center font-semibold"
      >
        <span>
          <When at={meeting.startsAt} reader={reader} timeZone={meeting.timeZone} />
        </span>
      </TextLink>
      <span className="text-ink-soft">{sayMinutes(meeting.lengthMinutes)}</span>
      <MeetingBadge status={meeting.status} />
      <LeadWords meeting={meeting} />
    </p>
  );
}

function isRestorable({ status, startsAt }: RotaMeetingView, { now }: Reader): boolean {
  return status === 'skipped' && startsAt > now;
}
