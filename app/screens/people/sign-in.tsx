import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { useTellSignedOut } from '../frame/signed-out-tabs.ts';
import { AddressField } from './account-fields.tsx';

type SignInProps = {
  /** Where to go afterwards: a path of ours. */
  back: string;
  isOpen: boolean;
  /** What just happened, if that is why they are here. */
  note: 'new-password' | 'signed-out' | 'closed' | null;
};

const notes = {
  'new-password': 'Your new password is set. Sign in with it.',
  'signed-out': 'You are signed out.',
  closed: 'Your account is closed. Thank you for the time you gave.',
};

/** Signing in. */
export function SignIn({ back, isOpen, note }: SignInProps) {
  const state = useFormState('sign-in');
  // Whoever recovered their password may still have words of their own in another tab.
  useTellSignedOut(note === 'signed-out' || note === 'closed');

  return (
    <div className="flex flex-col gap-8">
      <PageHeading title="Sign in" />
      {note ? (
        <Notice kind="good" live="polite">
          {notes[note]}
        </Notice>
      ) : null}
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="sign-in" />
        <input type="hidden" name="back" value={back} />
        <AddressField state={state} />
        <Field
          label="Password"
          name="password"
          type="password"
          required
          autoComplete="current-password"
          error={state.error('password')}
        />
        <Button kind="primary" wide pending={state.pending} pendingLabel="Signing in">
          Sign in
        </Button>
      </Form>
      <div className="flex flex-col gap-2">
        <TextLink to="/recover" className="inline-flex min-h-11 items-center self-start">
          I cannot sign in
        </TextLink>
        {isOpen ? (
          <TextLink to="/sign-up" className="inline-flex min-h-11 items-center self-start">
            I have no account yet
          </TextLink>
        ) : (
          <p className="text-ink-soft">No account yet? Open the link in your invitation.</p>
        )}
      </div>
    </div>
  );
}
