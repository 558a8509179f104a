import { Form } from '@remix-run/react';
import { sayZone } from '#app/domain/calendar/say-time.ts';
import type { RotaMeetingView } from '#app/domain/season/rota-view.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useRowFormState } from './row-form-state.ts';
import { TimeFields } from './time-fields.tsx';

type ChangeProps = { action: string; meeting: RotaMeetingView };

/** Moving or skipping one meeting that is ahead. */
export function MeetingChanges({ action, meeting }: ChangeProps) {
  const prefix = `move-${meeting.id}-`;
  const move = useRowFormState('meeting.move', meeting.id, prefix);
  const skip = useRowFormState('meeting.skip', meeting.id);
  const isFaulty = move.errors.length > 0 || skip.errors.length > 0;

  return (
    <Disclosure summary="Move or skip" open={isFaulty || undefined}>
      <div className="flex flex-col gap-6">
        <Form method="post" action={action} preventScrollReset className="flex flex-col gap-4" noValidate>
          <ErrorSummary errors={move.errors} />
          <input type="hidden" name="intent" value="meeting.move" />
          <input type="hidden" name="meetingId" value={meeting.id} />
          <TimeFields
            state={move}
            prefix={prefix}
            values={{
              localDate: meeting.localDate,
              localTime: meeting.localTime,
              lengthMinutes: String(meeting.lengthMinutes),
            }}
          />
          <p className="text-sm text-ink-soft">
            On the clocks of {sayZone(meeting.timeZone)}. Whoever said that they can’t come stays away then,
            too, until they say otherwise.
          </p>
          <div>
            <Button pending={move.pending} pendingLabel="Moving">
              Move it
            </Button>
          </div>
        </Form>
        <Form method="post" action={action} preventScrollReset className="flex flex-col items-start gap-3">
          <ErrorSummary errors={skip.errors} />
          <input type="hidden" name="intent" value="meeting.skip" />
          <input type="hidden" name="meetingId" value={meeting.id} />
          <Button pending={skip.pending} pendingLabel="Skipping">
            Skip this meeting
          </Button>
          <p className="text-sm text-ink-soft">You can put it back while its time is ahead.</p>
        </Form>
      </div>
    </Disclosure>
  );
}

/** Putting a skipped meeting back. */
export function RestoreMeeting({ action, meeting }: ChangeProps) {
  const state = useRowFormState('meeting.restore', meeting.id);

  return (
    <Form method="post" action={action} preventScrollReset className="flex flex-col gap-3">
      <ErrorSummary errors={state.errors} />
      <input type="hidden" name="intent" value="meeting.restore" />
      <input type="hidden" name="meetingId" value={meeting.id} />
      <div>
        <Button size="small" pending={state.pending} pendingLabel="Putting it back">
          Put it back
        </Button>
      </div>
    </Form>
  );
}
