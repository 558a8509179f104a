import CalendarX from 'lucide-react/icons/calendar-x';
import Clock from 'lucide-react/icons/clock';
import DoorOpen from 'lucide-react/icons/door-open';
import Star from 'lucide-react/icons/star';
import { sayClock, sayMinutes } from '#app/domain/calendar/say-time.ts';
import { isRoomOpen, ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { When } from '../season/when.tsx';
import type { AgendaPageProps } from './agenda-model.ts';
import type { Agenda } from './use-agenda.ts';

/** The way to the room is shown from so long before it opens, in ms. */
const ROOM_SOON = 2 * 60 * 60_000;

type AgendaHeaderProps = { agenda: Agenda; circle: AgendaPageProps['circle'] };

/** When we meet, who leads, and the ways on from here. */
export function AgendaHeader({ agenda, circle }: AgendaHeaderProps) {
  const { meeting, reader } = agenda;

  return (
    <div className="flex flex-col gap-4">
      <PageHeading
        back={{ to: `/circles/${circle.id}`, label: circle.name }}
        title="Agenda"
        lead={
          <When
            at={meeting.startsAt}
            reader={reader}
            timeZone={circle.timeZone}
            away={meeting.status !== 'live'}
          />
        }
        actions={<Ways agenda={agenda} circle={circle} />}
      />
      <p className="flex flex-wrap items-center gap-2">
        <LeadBadge agenda={agenda} />
        <Badge icon={Clock}>{sayMinutes(meeting.lengthMinutes)}</Badge>
        {meeting.format ? <Badge>Format: {meeting.format.name}</Badge> : null}
      </p>
    </div>
  );
}

function LeadBadge({ agenda: { meeting, me, nameOf } }: { agenda: Agenda }) {
  const { holder } = meeting.lead;
  const past = meeting.status === 'closed';
  if (holder === null) return <Badge>Nobody leads yet</Badge>;
  return (
    <Badge kind={holder === me ? 'lead' : 'neutral'} icon={Star}>
      {holder === me ? `You ${past ? 'led' : 'lead'}` : `${nameOf(holder)} ${past ? 'led' : 'leads'}`}
    </Badge>
  );
}

function Ways({ agenda: { id, meeting, reader }, circle }: AgendaHeaderProps) {
  const isOpen = isRoomOpen(meeting, reader.now);
  const opensAt = meeting.startsAt - ROOM_OPENS_BEFORE;
  const isSoon = meeting.status === 'planned' && opensAt - reader.now <= ROOM_SOON;
  const room = `/meetings/${id}/room`;
  const mayStayAway = meeting.status === 'planned' && reader.now < meeting.startsAt;

  return (
    <>
      {isOpen ? (
        <ButtonLink to={room} kind="primary" icon={DoorOpen}>
          Go to the room
        </ButtonLink>
      ) : null}
      {isSoon && !isOpen ? (
        <ButtonLink to={room} icon={DoorOpen}>
          The room opens at {sayClock(opensAt, reader.zone)}
        </ButtonLink>
      ) : null}
      {mayStayAway ? (
        <ButtonLink to={`/circles/${circle.id}/rota`} icon={CalendarX}>
          I can’t come
        </ButtonLink>
      ) : null}
    </>
  );
}
