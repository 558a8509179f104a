import { type Reader, sayMinutes } from '#app/domain/calendar/say-time.ts';
import { isAhead, type RotaMeetingView } from '#app/domain/season/rota-view.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
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
export function MeetingRows({ meetings, ...rest }: MeetingRowsProps) {
  const seasons = [...new Set(meetings.map((each) => each.season))];

  return seasons.map((season) => {
    const those = meetings.filter((each) => each.season === season);
    const open = those.filter((each) => isAhead(each) || isRestorable(each, rest.reader));
    const past = those.filter((each) => !open.includes(each));
    return (
      <section key={season} aria-labelledby={`season-${season}`} className="flex flex-col gap-3">
        <h2 id={`season-${season}`}>Season {season}</h2>
        {open.length > 0 ? <Rows meetings={open} {...rest} /> : null}
        {past.length > 0 ? (
          <Disclosure summary="Earlier meetings" detail={past.length}>
            <Rows meetings={past} {...rest} />
          </Disclosure>
        ) : null}
      </section>
    );
  });
}

function Rows({ action, meetings, reader, mayPlan }: MeetingRowsProps) {
  return (
    <ol className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
      {meetings.map((meeting) => (
        <li key={meeting.id} id={`meeting-${meeting.id}`} className="flex flex-col gap-2 p-4">
          <Line meeting={meeting} reader={reader} />
          {mayPlan && meeting.isOpen ? <MeetingChanges action={action} meeting={meeting} /> : null}
          {mayPlan && isRestorable(meeting, reader) ? (
            <RestoreMeeting action={action} meeting={meeting} />
          ) : null}
        </li>
      ))}
    </ol>
  );
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
