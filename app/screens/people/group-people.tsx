import { Card } from '#app/ui/card.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { MadeRecoveryLink } from './made-recovery-link.tsx';
import { OrganizerFault } from './organizer-fault.tsx';
import { PeopleList, type PeoplePart } from './people-list.tsx';
import { RecoveryLinkForm } from './person-acts.tsx';

type GroupPeopleProps = { group: { id: string; name: string }; people: PeoplePart; newId: string };

/** The people in a group's circles, and help for those who cannot sign in. */
export function GroupPeople({ group, people, newId }: GroupPeopleProps) {
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={{ to: `/groups/${group.id}`, label: group.name }}
        title="People"
        lead="Everyone in a circle of this group, and help for those who cannot sign in."
      />
      <MadeRecoveryLink />
      <OrganizerFault />
      <Card title={`In the circles of ${group.name}`}>
        <PeopleList part={people}>
          {(person) => <RecoveryLinkForm person={person} intent="group-recovery-link.make" newId={newId} />}
        </PeopleList>
      </Card>
    </div>
  );
}
