import CirclePlus from 'lucide-react/icons/circle-plus';
import type { Reader } from '#app/domain/calendar/say-time.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { CircleTable, type GroupCircleLine } from './circle-table.tsx';
import { type Organizer, Organizers } from './organizers.tsx';
import { RenameForm } from './rename-form.tsx';

export type GroupPageProps = {
  group: { id: string; name: string };
  circles: GroupCircleLine[];
  organizers: Organizer[];
  /** People of the group's circles who do not look after it yet. */
  candidates: Organizer[];
  readerId: string;
  reader: Reader;
};

/** A group, for those who look after it: its circles as facts, never what is said in them. */
export function GroupPage({ group, circles, organizers, candidates, readerId, reader }: GroupPageProps) {
  const found = `/circles/new?${new URLSearchParams({ group: group.id })}`;

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={{ to: '/today', label: 'Today' }}
        eyebrow="Group"
        title={group.name}
        lead="You see how the circles stand. What is said in them is theirs alone."
        actions={
          circles.length > 0 ? (
            <>
              <ButtonLink to={`/groups/${group.id}/people`}>People</ButtonLink>
              <ButtonLink to={found} kind="primary" icon={CirclePlus}>
                Found a circle
              </ButtonLink>
            </>
          ) : null
        }
      />
      {circles.length > 0 ? (
        <CircleTable circles={circles} reader={reader} />
      ) : (
        <EmptyState
          icon={CirclePlus}
          action={
            <ButtonLink to={found} kind="primary">
              Found a circle
            </ButtonLink>
          }
        >
          The group has no circle yet. Found one, invite its members, and they take it from there.
        </EmptyState>
      )}
      <Organizers organizers={organizers} candidates={candidates} readerId={readerId} />
      <RenameForm name={group.name} />
    </div>
  );
}
