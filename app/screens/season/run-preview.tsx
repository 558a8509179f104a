import { Form } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { useFormState } from '../circle/use-fault.ts';
import type { RunPreview } from './season-model.ts';
import { When } from './when.tsx';

type RunPreviewProps = { action: string; id: string; preview: RunPreview; reader: Reader };

/** The dates of the run as it was typed, and the button that plans exactly these. */
export function RunPreviewCard({ action, id, preview: { starts, run }, reader }: RunPreviewProps) {
  const state = useFormState('season.plan');
  const box = useRef<HTMLDivElement>(null);
  const meetings = starts.length === 1 ? 'this meeting' : `these ${starts.length} meetings`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new list of dates is looked at from its start
  useEffect(() => box.current?.focus(), [starts]);

  return (
    <div ref={box} tabIndex={-1} id="dates">
      <Card title="These would be the dates" tone="raised">
        <ol className="grid list-decimal gap-x-8 gap-y-1 pl-6 tabular-nums sm:grid-cols-2">
          {starts.map((at) => (
            <li key={at}>
              <When at={at} reader={reader} timeZone={run.timeZone} />
            </li>
          ))}
        </ol>
        <Form method="post" action={action} className="flex flex-col gap-3">
          <input type="hidden" name="intent" value="season.plan" />
          <input type="hidden" name="id" value={id} />
          {Object.entries(run).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div>
            <Button kind="primary" pending={state.pending} pendingLabel="Planning">
              Plan {meetings}
            </Button>
          </div>
          <p className="text-sm text-ink-soft">
            Each one gets its room and a facilitator. You can move, skip or add meetings later.
          </p>
        </Form>
      </Card>
    </div>
  );
}
