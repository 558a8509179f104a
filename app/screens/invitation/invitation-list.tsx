import { Form } from '@remix-run/react';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { useRowPending } from '../circle/use-fault.ts';
import type { InvitationLine } from './invitation-line.ts';

type InvitationListProps = { title: string; links: InvitationLine[]; empty?: string };

/** Some of the circle's links: who made each, who came by it, and until when. */
export function InvitationList({ title, links, empty }: InvitationListProps) {
  return (
    <Card title={title}>
      {links.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line">
          {links.map((link) => (
            <InvitationItem key={link.id} link={link} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{empty}</p>
      )}
    </Card>
  );
}

const endings = { expired: 'expired', 'used-up': 'used up', revoked: 'revoked' } as const;

function InvitationItem({ link }: { link: InvitationLine }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-col gap-1">
        <p>
          Made by {link.maker} on {link.madeOn}{' '}
          {link.state === 'open' ? null : <Badge>{endings[link.state]}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          {link.uses} of {link.mostUses} used, {link.state === 'open' ? 'open' : 'was open'} until{' '}
          {link.until}
        </p>
        {link.usedBy.length > 0 ? (
          <ul aria-label="Who came by it" className="text-sm">
            {link.usedBy.map(({ name, when }) => (
              <li key={`${name} ${when}`}>
                {name} came in on {when}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {link.state === 'open' && link.mayRevoke ? <RevokeButton link={link} /> : null}
    </li>
  );
}

function RevokeButton({ link }: { link: InvitationLine }) {
  const pending = useRowPending('invitation.revoke', 'invitationId', link.id);

  return (
    <Form method="post">
      <input type="hidden" name="intent" value="invitation.revoke" />
      <input type="hidden" name="invitationId" value={link.id} />
      <Button
        kind="danger"
        size="small"
        pending={pending}
        aria-label={`Revoke the link made on ${link.madeOn}`}
      >
        Revoke
      </Button>
    </Form>
  );
}
