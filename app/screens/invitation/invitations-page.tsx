import type { Lifetime } from '#app/domain/circle/invitation.ts';
import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { CircleTabs } from '../circle/circle-tabs.tsx';
import { useFormState } from '../circle/use-fault.ts';
import type { InvitationLine } from './invitation-line.ts';
import { InvitationList } from './invitation-list.tsx';
import { MadeLink } from './made-link.tsx';
import { MakeForm } from './make-form.tsx';

export type InvitationsPageProps = {
  circle: { id: string; name: string };
  freeSeats: number;
  mayInvite: boolean;
  /** Made for the next form. */
  fresh: { id: string; token: string };
  links: InvitationLine[];
};

/** The circle's links: make one, see who came by which, revoke. */
export function InvitationsPage({ circle, freeSeats, mayInvite, fresh, links }: InvitationsPageProps) {
  const revoking = useFormState('invitation.revoke');
  const open = links.filter((link) => link.state === 'open');
  const past = links.filter((link) => link.state !== 'open');

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={{ to: `/circles/${circle.id}`, label: circle.name }}
        title="Invitations"
        lead="One link works in a mail, a chat or on a slide. Whoever opens it sees who invites and what your circle has agreed on before they join."
      />
      <CircleTabs circleId={circle.id} />
      <ErrorSummary errors={revoking.errors} title="Nothing was revoked" />
      <MadeLink />
      {freeSeats === 0 ? (
        <Notice kind="warn">All seats are taken. A link lets people in again when a seat is free.</Notice>
      ) : null}
      {mayInvite ? (
        <MakeForm fresh={fresh} uses={suggestedUses(freeSeats)} days={7 satisfies Lifetime} />
      ) : (
        <Card title="Make a link">
          <p className="text-ink-soft">{refusalInWords('invite')}</p>
        </Card>
      )}
      <InvitationList title="Open links" links={open} empty="No link is open." />
      {past.length > 0 ? <InvitationList title="Links of the last 60 days" links={past} /> : null}
    </div>
  );
}

function suggestedUses(freeSeats: number): number {
  return Math.max(1, freeSeats);
}
