import { Form } from '@remix-run/react';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import type { RotaMeetingView, RotaMemberView } from '#app/domain/season/rota-view.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { MeetingBadge } from '../season/meeting-badge.tsx';
import { LeadWords } from '../season/meeting-list.tsx';
import { When } from '../season/when.tsx';

type RotaListProps = {
  circleId: string;
  meetings: readonly RotaMeetingView[];
  members: readonly RotaMemberView[];
  reader: Reader;
};

/** Every meeting with who leads it, why, who would take over, and the reader's own word on coming. */
export function RotaList({ circleId, meetings, members, reader }: RotaListProps) {
  return (
    <ol className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
      {meetings.map((meeting) => (
        <li key={meeting.id} className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4">
          <div className="flex min-w-0 flex-1 basis-60 gap-3">
            {meeting.lead ? <SeatMark id={meeting.lead.id} name={meeting.lead.name} /> : null}
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-3 font-semibold">
                <span>
                  <When at={meeting.startsAt} reader={reader} timeZone={meeting.timeZone} />
                </span>
                <MeetingBadge status={meeting.status} />
              </p>
              <p>
                <LeadWords meeting={meeting} />
              </p>
              {meeting.status === 'skipped' ? null : <p className="text-sm text-ink-soft">{meeting.why}</p>}
              {meeting.isOpen ? <Backing meeting={meeting} members={members} /> : null}
            </div>
          </div>
          {meeting.isOpen ? <OwnWord circleId={circleId} meeting={meeting} members={members} /> : null}
        </li>
      ))}
    </ol>
  );
}

type MeetingProps = { meeting: RotaMeetingView; members: readonly RotaMemberView[] };

/** Who steps in, and who cannot come. */
function Backing({ meeting, members }: MeetingProps) {
  const name = (id: string) => {
    const member = members.find((each) => each.id === id);
    return member ? [member.isReader ? 'you' : member.name] : [];
  };
  const line = meeting.line.flatMap(name).slice(0, 2);
  const absent = meeting.absent.flatMap(name);

  return (
    <>
      {line.length > 0 ? (
        <p className="text-sm text-ink-soft">Ready to step in: {line.join(', then ')}.</p>
      ) : null}
      {absent.length > 0 ? <p className="text-sm text-ink-soft">Can’t come: {absent.join(', ')}.</p> : null}
    </>
  );
}

/** "I can't come", or taking that back. */
function OwnWord({ circleId, meeting, members }: MeetingProps & { circleId: string }) {
  const own = members.find((each) => each.isReader);
  const rota = `/circles/${circleId}/rota`;
  if (!own || !meeting.absent.includes(own.id))
    return (
      <ButtonLink to={`${rota}?away=${meeting.id}`} size="small" preventScrollReset>
        I can’t come
      </ButtonLink>
    );

  return (
    <Form method="post" action={rota} preventScrollReset className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="intent" value="absence.withdraw" />
      <input type="hidden" name="meetingId" value={meeting.id} />
      <Badge kind="warn">You can’t come</Badge>
      <Button size="small">I can come after all</Button>
    </Form>
  );
}
