import { Form } from '@remix-run/react';
import { sayZone } from '#app/domain/calendar/say-time.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { TimeFields } from './time-fields.tsx';

/** The season a meeting is added to: its clocks, and what its meetings are like. */
export type SeasonFacts = { timeZone: string; localTime: string; lengthMinutes: number };

type AddMeetingProps = { action: string; id: string; season: SeasonFacts };

/** One more meeting, outside the run. */
export function AddMeeting({ action, id, season }: AddMeetingProps) {
  const state = useFormState('meeting.add', 'add-');
  const values = {
    localDate: '',
    localTime: season.localTime,
    lengthMinutes: String(season.lengthMinutes),
  };

  return (
    <Disclosure summary="Add one meeting" open={state.errors.length > 0 || undefined}>
      <Form method="post" action={action} preventScrollReset className="flex flex-col gap-4" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="meeting.add" />
        <input type="hidden" name="id" value={id} />
        <TimeFields state={state} prefix="add-" values={values} />
        <p className="text-sm text-ink-soft">On the clocks of {sayZone(season.timeZone)}.</p>
        <div>
          <Button pending={state.pending} pendingLabel="Adding">
            Add this meeting
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
