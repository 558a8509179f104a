import { longestMeeting, shortestMeeting } from '#app/domain/season/run.ts';
import { Field } from '#app/ui/field.tsx';
import type { FormState } from '../circle/use-fault.ts';

type TimeFieldsProps = {
  state: FormState;
  /** What the ids begin with, where several such forms stand on a page. */
  prefix: string;
  values: { localDate: string; localTime: string; lengthMinutes: string };
};

/** Day, hour and length of one meeting. */
export function TimeFields({ state, prefix, values }: TimeFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field
        label="Day"
        name="localDate"
        id={`${prefix}localDate`}
        type="date"
        required
        defaultValue={state.value('localDate', values.localDate)}
        error={state.error('localDate')}
      />
      <Field
        label="At"
        name="localTime"
        id={`${prefix}localTime`}
        type="time"
        required
        defaultValue={state.value('localTime', values.localTime)}
        error={state.error('localTime')}
      />
      <Field
        label="Minutes"
        name="lengthMinutes"
        id={`${prefix}lengthMinutes`}
        type="number"
        inputMode="numeric"
        min={shortestMeeting}
        max={longestMeeting}
        step={5}
        required
        defaultValue={state.value('lengthMinutes', values.lengthMinutes)}
        error={state.error('lengthMinutes')}
      />
    </div>
  );
}
