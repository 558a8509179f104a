import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useFormState } from './use-fault.ts';

/** Removing somebody: what it does is said before, and who may when the reader may not. */
export function RemoveCard({ name, may, whyNot }: { name: string; may: boolean; whyNot: string }) {
  const state = useFormState('member.remove');

  return (
    <Card title="Remove from the circle">
      <ErrorSummary errors={state.errors} title="Nothing was changed" />
      {may ? (
        <Disclosure summary={`Remove ${name}`}>
          <Form method="post" className="flex flex-col items-start gap-3">
            <input type="hidden" name="intent" value="member.remove" />
            <p>
              {name} sees nothing of the circle from that moment on, and no link made before lets them in
              again. Talk to each other first if you can.
            </p>
            <Button kind="danger" pending={state.pending} pendingLabel="Removing">
              Remove {name}
            </Button>
          </Form>
        </Disclosure>
      ) : (
        <p className="text-ink-soft">{whyNot}</p>
      )}
    </Card>
  );
}
