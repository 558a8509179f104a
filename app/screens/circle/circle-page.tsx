import UserPlus from 'lucide-react/icons/user-plus';
import type { ReactNode } from 'react';
import type { Match } from '#app/domain/circle/matches.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { SearchBox } from '../search/search-box.tsx';
import type { CircleFacts, CircleMember } from './circle-model.ts';
import { CircleRing } from './circle-ring.tsx';
import { CircleTabs } from './circle-tabs.tsx';
import { HelpWithinReach } from './help-within-reach.tsx';
import { MemberList } from './member-list.tsx';

type CirclePageProps = {
  circle: CircleFacts;
  readerId: string;
  members: CircleMember[];
  matches: Match[];
  /** Who leads each of the next meetings, the next one first; null where nobody is known. */
  leads: (string | null)[];
  mayInvite: boolean;
  /** The next meeting, or how to get one. */
  next: ReactNode;
  /** The rota's strip. */
  rota?: ReactNode;
  /** The season's line of meetings. */
  season?: ReactNode;
};

/** A purpose of so many characters stands under the name; a longer one is opened. */
const shortPurpose = 200;

/** A circle: the ring and the next meeting first, then who can help whom. */
export function CirclePage(props: CirclePageProps) {
  const isShort = props.circle.purpose.length <= shortPurpose;
  const { circle, readerId, members, matches, leads, mayInvite, next, rota, season } = props;

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        title={circle.name}
        lead={isShort ? circle.purpose || undefined : undefined}
        actions={
          mayInvite && members.length > 1 && members.length < circle.sizeLimit ? (
            <InviteLink circleId={circle.id}>Invite</InviteLink>
          ) : null
        }
      />
      {isShort ? null : (
        <Disclosure summary="What we are here for">
          <p className="max-w-text whitespace-pre-line">{circle.purpose}</p>
        </Disclosure>
      )}
      <CircleTabs circleId={circle.id} />
      <div className="max-w-text">
        <SearchBox circle={circle.id} label={`Search in ${circle.name}`} />
      </div>
      <div className="grid items-center gap-8 md:grid-cols-2">
        {members.length > 1 ? (
          <CircleRing circle={circle} members={members} leads={leads} readerId={readerId} />
        ) : (
          <EmptyState
            icon={UserPlus}
            action={
              <InviteLink circleId={circle.id} kind="primary">
                Invite your circle
              </InviteLink>
            }
          >
            You sit at the table alone so far. Make a link and send it to the people you want around you.
          </EmptyState>
        )}
        {next}
      </div>
      {rota}
      {season}
      {members.length > 1 ? (
        <HelpWithinReach readerId={readerId} members={members} matches={matches} />
      ) : null}
      <MemberList circleId={circle.id} readerId={readerId} members={members} matches={matches} />
    </div>
  );
}

type InviteLinkProps = { circleId: string; kind?: 'primary'; children: ReactNode };

function InviteLink({ circleId, kind, children }: InviteLinkProps) {
  return (
    <ButtonLink to={`/circles/${circleId}/invitations`} kind={kind} icon={UserPlus}>
      {children}
    </ButtonLink>
  );
}
