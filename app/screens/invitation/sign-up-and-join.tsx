import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { SignUpFields } from '../people/account-fields.tsx';

type SignUpAndJoinProps = { id: string; timeZones: readonly string[] };

/** A new account and the seat in the circle, in one go. */
export function SignUpAndJoin({ id, timeZones }: SignUpAndJoinProps) {
  const state = useFormState('invitation.sign-up');

  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      <ErrorSummary errors={state.errors} />
      <input type="hidden" name="intent" value="invitation.sign-up" />
      <input type="hidden" name="id" value={id} />
      <SignUpFields state={state} timeZones={timeZones} />
      <Button kind="primary" wide pending={state.pending} pendingLabel="One moment">
        Make my account and join
      </Button>
    </Form>
  );
}
