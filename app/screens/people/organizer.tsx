import { Card } from '#app/ui/card.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { MadeRecoveryLink } from './made-recovery-link.tsx';
import { OrganizerFault } from './organizer-fault.tsx';
import { PeopleList, type PeoplePart } from './people-list.tsx';
import { OrganizerActs } from './person-acts.tsx';

/** `isMine`: whether the reader looks after it, and so may open its page. */
type ListedGroup = { id: string; name: string; circles: number; organizers: string; isMine: boolean };

type OrganizerProps = {
  readerId: string;
  people: PeoplePart;
  groups: ListedGroup[];
  openSignUp: boolean;
  /** For the next link that is made. */
  newId: string;
};

/** Who looks after the installation sees who is here and which groups there are: never what anybody said. */
export function Organizer({ readerId, people, groups, openSignUp, newId }: OrganizerProps) {
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        title="Look after everyone"
        lead="Who is here, and help for those who cannot sign in. What is said in a circle stays there."
      />
      <MadeRecoveryLink />
      <OrganizerFault />
      <Card title="People">
        <p className="text-ink-soft">
          {openSignUp
            ? 'Anybody may make an account.'
            : 'People join through the invitation link of a circle.'}
        </p>
        <PeopleList part={people}>
          {(person) => <OrganizerActs person={person} isReader={person.id === readerId} newId={newId} />}
        </PeopleList>
      </Card>
      <Groups groups={groups} />
    </div>
  );
}

function Groups({ groups }: { groups: ListedGroup[] }) {
  return (
    <Card title="Groups" actions={<TextLink to="/groups/new">Make a group</TextLink>}>
      {groups.length === 0 ? (
        <p className="text-ink-soft">No groups yet. A circle can do without one.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {groups.map((group) => (
            <li key={group.id} className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-3">
              {group.isMine ? (
                <TextLink to={`/groups/${group.id}`}>{group.name}</TextLink>
              ) : (
                <span className="font-semibold">{group.name}</span>
              )}
              <span className="text-sm text-ink-soft">
                {countOf(group.circles, 'circle')}, looked after by {group.organizers || 'nobody'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** "1 circle", "3 circles". */
function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
