import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { AddressField } from './account-fields.tsx';

/** `byMail`: whether this Rondo can send mail. `asked`: whether a link was just asked for. */
type RecoverProps = { byMail: boolean; asked: boolean };

/** The way back in for somebody who cannot sign in. What it says never depends on who is known here. */
export function Recover({ byMail, asked }: RecoverProps) {
  return (
    <div className="flex flex-col gap-8">
      <PageHeading title="Recover access" />
      {asked && byMail ? <Asked /> : null}
      {byMail ? <AskForm /> : <AskAnOrganizer />}
      <div>
        <ButtonLink to="/sign-in">Back to signing in</ButtonLink>
      </div>
    </div>
  );
}

function Asked() {
  return (
    <Notice kind="good" live="polite">
      If there is an account with this address, a link is on its way. It works once, for 30 minutes.
    </Notice>
  );
}

function AskForm() {
  const state = useFormState('recover.ask');

  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      <ErrorSummary errors={state.errors} />
      <input type="hidden" name="intent" value="recover.ask" />
      <AddressField state={state} hint="We send a link there, at which you choose a new password." />
      <Button kind="primary" wide pending={state.pending} pendingLabel="Asking">
        Send me a link
      </Button>
    </Form>
  );
}

function AskAnOrganizer() {
  return (
    <p>
      This Rondo sends no mail. An organizer can make a link for you that works once: ask whoever invited you
      who that is.
    </p>
  );
}
