import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { promises, rulesInWords } from '#app/domain/circle/rule-words.ts';
import type { CircleRules } from '#app/domain/circle/rules.ts';
import { Button } from '#app/ui/button.tsx';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { useFormState } from '../circle/use-fault.ts';

export type OpenInvitation = {
  circle: { name: string; purpose: string; rules: CircleRules };
  inviter: string;
  members: number;
  isFull: boolean;
};

type InvitationPageProps = {
  invitation: OpenInvitation;
  /** The reader's name, or null for a visitor nobody knows. */
  reader: string | null;
  /** The form of a visitor without an account. */
  signUp: ReactNode;
};

/** What somebody is invited to, by whom and under which rules, before they decide. */
export function InvitationPage({ invitation, reader, signUp }: InvitationPageProps) {
  const { circle, inviter, members, isFull } = invitation;
  const others = members === 1 ? 'One member is' : `${members} members are`;

  return (
    <div className="flex flex-col gap-8">
      <PageHeading eyebrow={`${inviter} invites you`} title={circle.name} lead={`${others} at the table.`} />
      {circle.purpose ? <p className="max-w-text whitespace-pre-line">{circle.purpose}</p> : null}
      <Card title="What you agree to">
        <ul className="list-disc pl-5">
          {promises.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
          {rulesInWords(circle.rules).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Card>
      {isFull ? (
        <Notice kind="warn" title="This circle is full">
          All seats are taken. Tell {inviter}: the circle can make room for more, up to 10 members. This link
          stays good until it expires.
        </Notice>
      ) : null}
      {!isFull && reader ? <JoinForm reader={reader} circle={circle.name} /> : null}
      {!isFull && !reader ? <ForVisitors signUp={signUp} /> : null}
    </div>
  );
}

function JoinForm({ reader, circle }: { reader: string; circle: string }) {
  const state = useFormState('invitation.redeem');

  return (
    <Form method="post" className="flex flex-col items-start gap-4">
      <ErrorSummary errors={state.errors} title="You are not in yet" />
      <input type="hidden" name="intent" value="invitation.redeem" />
      <p className="text-ink-soft">You are signed in as {reader}.</p>
      <Button kind="primary" pending={state.pending} pendingLabel="Joining">
        Join {circle}
      </Button>
    </Form>
  );
}

function ForVisitors({ signUp }: { signUp: ReactNode }) {
  return (
    <>
      <Card title="Join with a new account" tone="raised">
        {signUp}
      </Card>
      <Card title="You have an account already">
        <p className="text-ink-soft">Sign in first; you come back here and join with one press.</p>
        <div>
          <ButtonLink to={`/sign-in?${new URLSearchParams({ back: '/invitation' })}`}>Sign in</ButtonLink>
        </div>
      </Card>
    </>
  );
}
