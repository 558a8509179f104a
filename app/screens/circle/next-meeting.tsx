import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { type Reader, sayElsewhere, sayMinutes, sayMoment, sayTime } from '#app/domain/calendar/say-time.ts';
import { isRoomOpen } from '#app/domain/meeting/state.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Time } from '#app/ui/time.tsx';

/** The next meeting as the circle's page shows it. `startsAt` in milliseconds since the epoch. */
export type NextMeetingFacts = {
  id: string;
  startsAt: number;
  lengthMinutes: number;
  isLive: boolean;
  leader: { name: string; isReader: boolean } | null;
};

type Row = {
  id: string;
  starts_at: Date;
  length_minutes: number;
  status: string;
  facilitator_id: string | null;
  facilitator_name: string | null;
};

/** A meeting's row as the page shows it to this reader. */
export function nextMeetingOf(row: Row, readerId: string): NextMeetingFacts {
  const { id, starts_at, length_minutes, status, facilitator_id, facilitator_name } = row;
  return {
    id,
    startsAt: starts_at.getTime(),
    lengthMinutes: length_minutes,
    isLive: status === 'live',
    leader: facilitator_name ? { name: facilitator_name, isReader: facilitator_id === readerId } : null,
  };
}

type NextMeetingProps = {
  circle: { id: string; timeZone: string };
  meeting: NextMeetingFacts | null;
  reader: Reader;
  /** Nobody else has joined yet: inviting comes first. */
  isAlone: boolean;
};

/** When we meet, who leads, and the way in; or how to get a season going. */
export function NextMeeting({ circle, meeting, reader, isAlone }: NextMeetingProps) {
  if (!meeting) return <NoMeeting circleId={circle.id} isAlone={isAlone} />;
  const elsewhere = sayElsewhere(meeting.startsAt, reader, circle.timeZone);
  const isMine = meeting.leader?.isReader === true;
  const { isLive, startsAt } = meeting;
  const when = isLive ? sayMoment(startsAt, reader) : sayTime(startsAt, reader);
  const isOpen = isRoomOpen({ status: isLive ? 'live' : 'planned', startsAt }, reader.now);

  return (
    <Card
      eyebrow={isLive ? 'On now' : 'Next meeting'}
      title={<Time iso={new Date(startsAt).toISOString()}>{when}</Time>}
      tone={isMine ? 'lead' : 'raised'}
    >
      <p>
        {sayMinutes(meeting.lengthMinutes)}
        {elsewhere ? <span className="text-ink-soft"> ({elsewhere})</span> : null}
      </p>
      {meeting.leader ? <p>{isMine ? 'You lead this one.' : `${meeting.leader.name} leads.`}</p> : null}
      <div>
        <ButtonLink to={`/meetings/${meeting.id}`} kind="primary">
          {isOpen ? 'Join the meeting' : 'Open the agenda'}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** While nothing is planned every member may plan (R4 of the circle's rules). */
function NoMeeting({ circleId, isAlone }: { circleId: string; isAlone: boolean }) {
  return (
    <EmptyState
      icon={CalendarPlus}
      action={
        <ButtonLink to={`/circles/${circleId}/plan`} kind={isAlone ? 'quiet' : 'primary'}>
          Plan your season
        </ButtonLink>
      }
    >
      No meeting is planned. Choose a day, an hour and how often: the dates and who leads follow from that.
    </EmptyState>
  );
}
