import { Form } from '@remix-run/react';
import {
  cadences,
  longestMeeting,
  mostMeetings,
  sayCadence,
  shortestMeeting,
} from '#app/domain/season/run.ts';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { useFormState } from '../circle/use-fault.ts';
import type { RunValues } from './season-model.ts';

type RunFormProps = {
  action: string;
  run: RunValues;
  timeZones: readonly string[];
  /** Whether dates are shown already: planning them is what comes next then. */
  isShown: boolean;
};

/** The season in six answers. Nothing is planned by it: it shows the dates first. */
export function RunForm({ action, run, timeZones, isShown }: RunFormProps) {
  const shown = useFormState('season.preview');
  const planned = useFormState('season.plan');
  const state = planned.errors.length > 0 ? planned : shown;

  return (
    <Form method="post" action={action} className="flex flex-col gap-6" noValidate>
      <ErrorSummary errors={state.errors} />
      <input type="hidden" name="intent" value="season.preview" />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          label="First meeting"
          name="firstDate"
          type="date"
          required
          defaultValue={state.value('firstDate', run.firstDate)}
          error={state.error('firstDate')}
        />
        <Field
          label="At"
          name="localTime"
          type="time"
          required
          defaultValue={state.value('localTime', run.localTime)}
          error={state.error('localTime')}
        />
      </div>
      <Field
        as="select"
        label="Time zone"
        name="timeZone"
        hint="Meetings keep their hour here, all year round. Everyone sees them in their own time zone."
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        defaultValue={state.value('timeZone', run.timeZone)}
        error={state.error('timeZone')}
      />
      <Choice
        legend="How often"
        name="everyWeeks"
        options={cadences.map((weeks) => ({ value: weeks, label: capital(sayCadence(Number(weeks))) }))}
        defaultValue={state.value('everyWeeks', run.everyWeeks)}
        error={state.error('everyWeeks')}
        layout="row"
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          label="How long, in minutes"
          name="lengthMinutes"
          type="number"
          inputMode="numeric"
          min={shortestMeeting}
          max={longestMeeting}
          step={5}
          required
          defaultValue={state.value('lengthMinutes', run.lengthMinutes)}
          error={state.error('lengthMinutes')}
        />
        <Field
          label="How many meetings"
          name="count"
          type="number"
          inputMode="numeric"
          min={1}
          max={mostMeetings}
          required
          defaultValue={state.value('count', run.count)}
          error={state.error('count')}
        />
      </div>
      <div>
        <Button
          kind={isShown ? 'quiet' : 'primary'}
          pending={shown.pending}
          pendingLabel="Working out the dates"
        >
          Show the dates
        </Button>
      </div>
    </Form>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
