import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { useFormState } from '../circle/use-fault.ts';

/** The way out of Rondo. */
export function CloseAccountCard() {
  const prefix = 'close-';
  const state = useFormState('account.close', prefix);

  return (
    <Card title="Close your account" id="close">
      <p>
        You leave every circle. Your name, address, profile, offers and asks are deleted; what you said in a
        circle stays there, as the words of a former member. This cannot be undone.
      </p>
      <Disclosure summary="I want to close my account" open={state.errors.length > 0 || undefined}>
        <Form method="post" className="flex flex-col gap-6" noValidate>
          <ErrorSummary errors={state.errors} />
          <input type="hidden" name="intent" value="account.close" />
          <Field
            label="Your password"
            name="password"
            id={`${prefix}password`}
            type="password"
            required
            autoComplete="current-password"
            error={state.error('password')}
          />
          <div>
            <Button kind="danger" pending={state.pending} pendingLabel="Closing">
              Close my account
            </Button>
          </div>
        </Form>
      </Disclosure>
    </Card>
  );
}
