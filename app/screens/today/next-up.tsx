import { type Reader, sayElsewhere, sayMinutes, sayMoment, sayTime } from '#app/domain/calendar/say-time.ts';
import type { MeetingAhead } from '#app/domain/today/today.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { Time } from '#app/ui/time.tsx';

/** The next meeting: when, my part in it, and the way in. */
export function NextUp({ meeting, reader }: { meeting: MeetingAhead; reader: Reader }) {
  const { circle, startsAt, lengthMinutes, isLive, isOpen, leader } = meeting;
  const elsewhere = sayElsewhere(startsAt, reader, circle.timeZone);
  // What has begun, however early, is not "in 4 minutes".
  const when = isLive ? sayMoment(startsAt, reader) : sayTime(startsAt, reader);

  return (
    <Card
      eyebrow={isLive ? 'On now' : 'Next meeting'}
      title={<Time iso={new Date(startsAt).toISOString()}>{when}</Time>}
      tone={leader?.isReader ? 'lead' : 'raised'}
    >
      <p>
        <TextLink to={`/circles/${circle.id}`}>{circle.name}</TextLink>, {sayMinutes(lengthMinutes)}
        {elsewhere ? <span className="text-ink-soft"> ({elsewhere})</span> : null}
      </p>
      <p>{roleOf(leader)}</p>
      <div className="flex flex-wrap gap-3">
        {isOpen ? (
          <ButtonLink to={`/meetings/${meeting.id}/room`} kind="primary">
            Join the meeting
          </ButtonLink>
        ) : null}
        <ButtonLink to={`/meetings/${meeting.id}/agenda`} kind={isOpen ? 'quiet' : 'primary'}>
          Open the agenda
        </ButtonLink>
      </div>
    </Card>
  );
}

function roleOf(leader: MeetingAhead['leader']): string {
  if (!leader) return 'Nobody leads yet.';
  return leader.isReader ? 'You lead this one.' : `${leader.name} leads.`;
}
