import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { SignUpFields } from './account-fields.tsx';

/** `closed`: by invitation only. `mail`: a link is mailed, and the password chosen there. `sent`: it was. */
export type SignUpWay = 'closed' | 'mail' | 'sent' | 'here';

type SignUpProps = { way: SignUpWay; id: string; timeZones: readonly string[] };

/** Making an account without an invitation. */
export function SignUp({ way, id, timeZones }: SignUpProps) {
  if (way === 'closed')
    return (
      <div className="flex flex-col gap-6">
        <PageHeading title="By invitation" lead="People join this Rondo through people." />
        <p>Ask somebody who is here for an invitation link. Opening it brings you to their circle.</p>
        <SignInLink />
      </div>
    );
  if (way === 'sent')
    return (
      <div className="flex flex-col gap-6">
        <PageHeading title="Look into your mail" />
        <Notice kind="good" live="polite">
          We sent you a link. Open it within 30 minutes to go on.
        </Notice>
        <p className="text-ink-soft">Nothing there? Look among the unwanted mail, or try again.</p>
        <SignInLink />
      </div>
    );
  return <SignUpForm withPassword={way === 'here'} id={id} timeZones={timeZones} />;
}

type SignUpFormProps = { withPassword: boolean; id: string; timeZones: readonly string[] };

function SignUpForm({ withPassword, id, timeZones }: SignUpFormProps) {
  const state = useFormState('sign-up');

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        title="Make an account"
        lead={withPassword ? undefined : 'We send you a link; there you choose your password.'}
      />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="sign-up" />
        <input type="hidden" name="id" value={state.value('id', id)} />
        <SignUpFields state={state} timeZones={timeZones} withPassword={withPassword} />
        <Button kind="primary" wide pending={state.pending} pendingLabel="One moment">
          {withPassword ? 'Make my account' : 'Send me the link'}
        </Button>
      </Form>
      <SignInLink />
    </div>
  );
}

function SignInLink() {
  return (
    <TextLink to="/sign-in" className="inline-flex min-h-11 items-center self-start">
      I have an account
    </TextLink>
  );
}
