import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** What a one-time link opens. Only sending the form uses the link up, so that mail programs may look at it. */
export function ChoosePassword({ isFirst }: { isFirst: boolean }) {
  const state = useFormState('recover-link.redeem');

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        title={isFirst ? 'Choose a password' : 'Choose a new password'}
        lead={
          isFirst
            ? 'Then your account is ready, and you can sign in.'
            : 'You are signed out everywhere, and can then sign in with it.'
        }
      />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="recover-link.redeem" />
        <NewPasswordField state={state} label={isFirst ? 'Password' : 'New password'} />
        <Button kind="primary" wide pending={state.pending} pendingLabel="Saving">
          Save the password
        </Button>
      </Form>
    </div>
  );
}
