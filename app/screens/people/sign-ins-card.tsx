import { Form } from '@remix-run/react';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Time } from '#app/ui/time.tsx';
import { SavedNotice } from '../circle/saved-notice.tsx';
import { forgetWritten } from '../live/forget-written.ts';

/** `seen` and `since` are said in the reader's zone. */
export type OwnSignIn = {
  id: string;
  device: string;
  address: string;
  isThis: boolean;
  seen: string;
  seenIso: string;
  since: string;
};

/** Where one is signed in, and how to end it. */
export function SignInsCard({ signIns, isSaved }: { signIns: OwnSignIn[]; isSaved: boolean }) {
  return (
    <Card title="Where you are signed in" id="sign-ins">
      <SavedNotice isSaved={isSaved} />
      <ul className="flex flex-col divide-y divide-line">
        {signIns.map((signIn) => (
          <SignInRow key={signIn.id} signIn={signIn} />
        ))}
      </ul>
      <Form method="post" onSubmit={forgetWritten}>
        <input type="hidden" name="intent" value="sign-in.end-all" />
        <Button kind="quiet">Sign out everywhere</Button>
      </Form>
    </Card>
  );
}

function SignInRow({ signIn }: { signIn: OwnSignIn }) {
  const { id, device, address, isThis, seen, seenIso, since } = signIn;

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-semibold first-letter:uppercase">
          {device} {isThis ? <Badge kind="good">this one</Badge> : null}
        </p>
        <p className="text-sm text-ink-soft">
          From {address || 'an unknown address'}, last used <Time iso={seenIso}>{seen}</Time>, since {since}
        </p>
      </div>
      {isThis ? null : (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="sign-in.end" />
          <input type="hidden" name="sessionId" value={id} />
          <Button size="small">
            End<span className="sr-only">the sign-in of {device}</span>
          </Button>
        </Form>
      )}
    </li>
  );
}
