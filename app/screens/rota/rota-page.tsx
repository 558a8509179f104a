import CalendarPlus from 'lucide-react/icons/calendar-plus';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import { type CircleRota, isAhead } from '#app/domain/season/rota-view.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { CircleTabs } from '../circle/circle-tabs.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { AbsenceDialog, type AbsenceFacts } from './absence-dialog.tsx';
import { FairnessPlot } from './fairness-plot.tsx';
import { RotaList } from './rota-list.tsx';
import { RotaTable } from './rota-table.tsx';

export type RotaPageProps = CircleRota & {
  circle: { id: string; name: string };
  reader: Reader;
  /** What "I can't come" would come to, while the reader looks at it. */
  absence: AbsenceFacts | null;
  /** What the reader has just said. */
  said: 'away' | 'back' | null;
};

const saidWords = {
  away: 'Noted. Everyone sees it now, and whoever takes over has been announced.',
  back: 'Good. You are back in, and the circle sees it.',
};

/** Who leads which meeting and why; saying that one cannot come; and whether it is fair. */
export function RotaPage({ circle, meetings, members, reader, absence, said }: RotaPageProps) {
  const back = useFormState('absence.withdraw');
  const ahead = meetings.filter(isAhead);
  const past = meetings.filter((each) => !isAhead(each));

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={{ to: `/circles/${circle.id}`, label: circle.name }}
        title="Rota"
        lead="Who leads when, and why. If you can’t come, say so here: you see who takes over before it happens."
      />
      <CircleTabs circleId={circle.id} />
      {said ? (
        <Notice kind="good" live="polite">
          {saidWords[said]}
        </Notice>
      ) : null}
      <ErrorSummary errors={back.errors} />
      {absence ? <AbsenceDialog key={absence.meetingId} circleId={circle.id} absence={absence} /> : null}
      {meetings.length === 0 ? (
        <EmptyState
          icon={CalendarPlus}
          action={
            <ButtonLink to={`/circles/${circle.id}/plan`} kind="primary">
              Plan your season
            </ButtonLink>
          }
        >
          The rota follows from the season: once the dates are planned, the lead comes round to each of you.
        </EmptyState>
      ) : (
        <>
          <RotaTable meetings={meetings} members={members} reader={reader} />
          <section aria-labelledby="rota-meetings" className="flex flex-col gap-4">
            <h2 id="rota-meetings">Meetings</h2>
            <RotaList circleId={circle.id} meetings={ahead} members={members} reader={reader} />
            {past.length > 0 ? (
              <Disclosure summary="Earlier meetings" detail={past.length}>
                <RotaList circleId={circle.id} meetings={past} members={members} reader={reader} />
              </Disclosure>
            ) : null}
          </section>
          <FairnessPlot members={members} />
        </>
      )}
    </div>
  );
}
