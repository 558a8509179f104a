import { useActionData } from '@remix-run/react';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import type { RotaMeetingView } from '#app/domain/season/rota-view.ts';
import { Card } from '#app/ui/card.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { CircleTabs } from '../circle/circle-tabs.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { AddMeeting, type SeasonFacts } from './add-meeting.tsx';
import { MeetingRows } from './meeting-rows.tsx';
import { RunForm } from './run-form.tsx';
import { RunPreviewCard } from './run-preview.tsx';
import type { RunPreview, RunValues } from './season-model.ts';

export type Done = 'planned' | 'moved' | 'skipped' | 'restored' | 'added';

export type PlanPageProps = {
  circle: { id: string; name: string };
  reader: Reader;
  mayPlan: boolean;
  meetings: RotaMeetingView[];
  /** The newest season, or null before the first. */
  season: SeasonFacts | null;
  /** What the form for the next run begins with. */
  run: RunValues;
  timeZones: readonly string[];
  /** Made with the page, so that a form sent twice has one effect. */
  fresh: { seasonId: string; meetingId: string };
  done: Done | null;
};

const doneWords: Record<Done, string> = {
  planned: 'Planned. Everyone sees the dates now, each in their own time zone.',
  moved: 'Moved.',
  skipped: 'Skipped. You can put it back below.',
  restored: 'It is back.',
  added: 'Added.',
};

/** The dates of a circle: what is planned, changing one of them, and the next run. */
export function PlanPage(props: PlanPageProps) {
  const { circle, reader, mayPlan, meetings, season, fresh, done } = props;
  const action = `/circles/${circle.id}/plan`;

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={{ to: `/circles/${circle.id}`, label: circle.name }}
        title={season ? 'Meetings' : 'Plan your season'}
        lead={
          season
            ? 'The dates of your season, in your own time zone.'
            : 'Choose a day, an hour and how often. You see the dates before anything is planned.'
        }
      />
      <CircleTabs circleId={circle.id} />
      {done ? (
        <Notice kind="good" live="polite">
          {doneWords[done]}
        </Notice>
      ) : null}
      {meetings.length > 0 ? (
        <MeetingRows action={action} meetings={meetings} reader={reader} mayPlan={mayPlan} />
      ) : null}
      {mayPlan ? null : <Notice>{refusalInWords('plan')}</Notice>}
      {mayPlan && season ? <AddMeeting action={action} id={fresh.meetingId} season={season} /> : null}
      {mayPlan ? <NextRun {...props} action={action} /> : null}
    </div>
  );
}

/** The form for a run: in the open before the first season, on demand after that. */
function NextRun({ action, season, run, timeZones, fresh, reader }: PlanPageProps & { action: string }) {
  const answer = useActionData<{ preview?: RunPreview }>();
  const faulty = [useFormState('season.preview'), useFormState('season.plan')].some(
    (state) => state.errors.length > 0,
  );
  const preview = answer?.preview;
  const forms = (
    <div className="flex flex-col gap-6">
      <RunForm
        action={action}
        run={preview?.run ?? run}
        timeZones={timeZones}
        isShown={preview !== undefined}
      />
      {preview ? (
        <RunPreviewCard action={action} id={fresh.seasonId} preview={preview} reader={reader} />
      ) : null}
    </div>
  );

  if (!season) return <Card>{forms}</Card>;
  return (
    <Disclosure summary="Plan the next season" open={Boolean(preview) || faulty || undefined}>
      {forms}
    </Disclosure>
  );
}
