import { ButtonLink } from '#app/ui/button-link.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';

export type DeadState = 'expired' | 'used-up' | 'revoked' | 'unknown' | 'missing';

const words: Record<DeadState, { title: string; lead: string }> = {
  expired: {
    title: 'This link has expired',
    lead: 'Invitations work for two weeks at most. Ask whoever sent it for a new one.',
  },
  'used-up': {
    title: 'This link is used up',
    lead: 'As many people as it was made for have joined by it. Ask whoever sent it for a new one.',
  },
  revoked: {
    title: 'This link was withdrawn',
    lead: 'The circle no longer uses it. Ask whoever sent it for a new one.',
  },
  unknown: {
    title: 'This link leads nowhere',
    lead: 'Perhaps a part of it got lost on the way. Copy the whole link again, or ask for a new one.',
  },
  missing: {
    title: 'Please open your link again',
    lead: 'For your safety we remember an invitation for 15 minutes only, in the browser you opened it with. The link in your message still works.',
  },
};

/** A link that does not let anybody in: why, and what to do. */
export function DeadLink({ state, isSignedIn }: { state: DeadState; isSignedIn: boolean }) {
  const { title, lead } = words[state];

  return (
    <div className="flex flex-col items-start gap-6">
      <PageHeading title={title} lead={lead} />
      {isSignedIn ? (
        <ButtonLink to="/today">Go to Today</ButtonLink>
      ) : (
        <ButtonLink to="/sign-in">Sign in</ButtonLink>
      )}
    </div>
  );
}
