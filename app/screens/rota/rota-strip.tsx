import type { Reader } from '#app/domain/calendar/say-time.ts';
import { isAhead, type RotaMeetingView } from '#app/domain/season/rota-view.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { When } from '../season/when.tsx';

type RotaStripProps = { circleId: string; meetings: readonly RotaMeetingView[]; reader: Reader };

const ranks = ['Leads next', 'Then', 'After that'];

/** Who leads next and after that, and why. Shows nothing while no meeting is ahead. */
export function RotaStrip({ circleId, meetings, reader }: RotaStripProps) {
  const ahead = meetings.filter(isAhead).slice(0, 3);
  if (ahead.length === 0) return null;

  return (
    <Card
      title="Who leads"
      actions={
        <ButtonLink to={`/circles/${circleId}/rota`} size="small">
          Rota and “I can’t come”
        </ButtonLink>
      }
    >
      <ol className="grid gap-5 md:grid-cols-3">
        {ahead.map((meeting, index) => (
          <li key={meeting.id} className="flex min-w-0 gap-3">
            <Seat lead={meeting.lead} />
            <div className="min-w-0">
              <p className="text-sm text-ink-soft">
                {meeting.status === 'live' ? 'Leads now' : ranks[index]}
              </p>
              <p className={meeting.lead?.isReader ? 'font-semibold text-lead-ink' : 'font-semibold'}>
                {meeting.lead ? (meeting.lead.isReader ? 'You' : meeting.lead.name) : 'Nobody yet'}
              </p>
              <p className="text-sm">
                <When at={meeting.startsAt} reader={reader} timeZone={meeting.timeZone} />
              </p>
              <p className="mt-1 text-sm text-ink-soft">{meeting.why}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Seat({ lead }: Pick<RotaMeetingView, 'lead'>) {
  return lead ? <SeatMark id={lead.id} name={lead.name} /> : null;
}
