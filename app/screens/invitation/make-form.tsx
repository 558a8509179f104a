import { Form } from '@remix-run/react';
import { type Lifetime, lifetimes, mostUses } from '#app/domain/circle/invitation.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { useFormState } from '../circle/use-fault.ts';

const words: Record<Lifetime, string> = { 1: '1 day', 7: '7 days', 14: '14 days' };

type MakeFormProps = { fresh: { id: string; token: string }; uses: number; days: Lifetime };

/** How long the link lives and how many it lets in. */
export function MakeForm({ fresh, uses, days }: MakeFormProps) {
  const state = useFormState('invitation.make');

  return (
    <Card title="Make a link">
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="invitation.make" />
        <input type="hidden" name="id" value={fresh.id} />
        <input type="hidden" name="token" value={fresh.token} />
        <Choice
          legend="It works for"
          name="days"
          layout="row"
          options={lifetimes.map((life) => ({ value: String(life), label: words[life] }))}
          defaultValue={state.value('days', String(days))}
          error={state.error('days')}
        />
        <Field
          label="How many people may join by it"
          name="mostUses"
          type="number"
          inputMode="numeric"
          min={1}
          max={mostUses}
          className="max-w-64"
          defaultValue={state.value('mostUses', String(uses))}
          error={state.error('mostUses')}
        />
        <div>
          <Button kind="primary" pending={state.pending} pendingLabel="Making a link">
            Make a link
          </Button>
        </div>
      </Form>
    </Card>
  );
}
