import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** A new password for an old one. */
export function ChangePasswordCard({ email, isSaved }: { email: string; isSaved: boolean }) {
  const prefix = 'change-';
  const state = useFormState('password.change', prefix);

  return (
    <Card title="Change your password" id="password">
      <Form method="post" className="flex flex-col gap-6" noValidate preventScrollReset>
        {isSaved ? (
          <Notice kind="good" live="polite">
            Your password is changed, and every other sign-in has ended.
          </Notice>
        ) : null}
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="password.change" />
        {/* So that password managers know whose password this is. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field
          label="Your password now"
          name="currentPassword"
          id={`${prefix}currentPassword`}
          type="password"
          required
          autoComplete="current-password"
          error={state.error('currentPassword')}
        />
        <NewPasswordField state={state} prefix={prefix} name="newPassword" label="Your new password" />
        <p className="text-sm text-ink-soft">You stay signed in here; every other sign-in ends.</p>
        <div>
          <Button kind="primary" pending={state.pending} pendingLabel="Saving">
            Change the password
          </Button>
        </div>
      </Form>
    </Card>
  );
}
