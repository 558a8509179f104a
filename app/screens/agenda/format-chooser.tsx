import { Form } from '@remix-run/react';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { type FormatStep, formats, type MeetingFormat } from '#app/domain/meeting/formats.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { type FormState, useFormState } from '../circle/use-fault.ts';
import { formId } from './form-id.ts';
import { formatWords, sayGroupSize } from './format-words.ts';
import type { Agenda } from './use-agenda.ts';

/** All formats to start from; choosing one puts its steps at the end of the agenda. */
export function FormatChooser({ agenda }: { agenda: Agenda }) {
  const state = useFormState('format.choose');
  // Open while there is nothing yet; what others add does not shut it before somebody's eyes.
  const [isOpen, setOpen] = useState(agenda.listed.length === 0);
  useAnswer(state, () => setOpen(false));

  function toggled({ target, currentTarget }: SyntheticEvent<HTMLDetailsElement>): void {
    if (target === currentTarget) setOpen(currentTarget.open);
  }

  return (
    <Disclosure id="formats" summary="Start from a format" open={isOpen} onToggle={toggled}>
      <Form method="post" replace preventScrollReset onSubmit={agenda.guard} className="flex flex-col gap-3">
        <p className="text-sm text-ink-soft">
          A format is a proven way to spend the time. Its steps join what is on the agenda, and you can change
          them there.
        </p>
        <input type="hidden" name="intent" value="format.choose" />
        <input type="hidden" name="commandId" value={formId(agenda.seed, 'format')} />
        <input type="hidden" name="items" value={agenda.seed} />
        <ul className="flex flex-col gap-2">
          {formats.map((format) => (
            <li key={format.id}>
              <FormatRow
                format={format}
                lengthMinutes={agenda.meeting.lengthMinutes}
                isPending={state.pending}
              />
            </li>
          ))}
        </ul>
      </Form>
    </Disclosure>
  );
}

type FormatRowProps = { format: MeetingFormat; lengthMinutes: number; isPending: boolean };

function FormatRow({ format, lengthMinutes, isPending }: FormatRowProps) {
  const { id, name, minutes, groupSize, basedOn, steps, rules } = format;
  const over = minutes - lengthMinutes;

  return (
    <Disclosure
      summary={
        <>
          {name}
          <span className="block text-sm font-normal text-ink-soft">{formatWords[id]}</span>
          <span className="block text-sm font-normal tabular-nums">
            {minutes} min, {sayGroupSize(groupSize)}
            {over > 0 ? <span className="text-warn">, {over} min longer than this meeting</span> : null}
          </span>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <ol className="flex flex-col divide-y divide-line text-sm">
          {steps.map(numbered).map((step) => (
            <li key={step.place} className="flex justify-between gap-4 py-1.5">
              <span className="min-w-0">{step.name}</span>
              <span className="shrink-0 tabular-nums text-ink-soft">{step.minutes} min</span>
            </li>
          ))}
        </ol>
        {rules.length > 0 ? <p className="text-sm text-ink-soft">Good to know: {rules.join('; ')}.</p> : null}
        <p className="text-sm text-ink-soft">After: {basedOn}.</p>
        <div>
          <Button
            name="format"
            value={id}
            kind="primary"
            size="small"
            pending={isPending}
            pendingLabel="Adding"
            aria-label={`Use this format: ${name}`}
          >
            Use this format
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

/** Two steps may have one name: breaks do. */
function numbered(step: FormatStep, index: number): FormatStep & { place: number } {
  return { ...step, place: index + 1 };
}

/**
 * Calls `done` when a form that was on its way is so no more, and without a fault. Nothing that is typed may hang on it: see
 * `useItemArrival`.
 */
function useAnswer({ pending, errors }: FormState, done: () => void): void {
  const wasPending = useRef(false);
  const isFaulty = errors.length > 0;

  useEffect(() => {
    if (wasPending.current && !pending && !isFaulty) done();
    wasPending.current = pending;
  });
}
