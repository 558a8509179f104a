import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import type { PersonRow } from './people-list.tsx';

type OrganizerActsProps = { person: PersonRow; isReader: boolean; newId: string };

/** What an organizer of the installation can do for one person. */
export function OrganizerActs({ person, isReader, newId }: OrganizerActsProps) {
  if (person.isOrganizer)
    return (
      <>
        <p className="text-sm text-ink-soft">
          {isReader
            ? 'This is you. You change your own password on your account page.'
            : 'Nobody can make a link for an organizer. Should they lose access, take the office from them first.'}
        </p>
        <PersonForm person={person} intent="organizer.relieve">
          {isReader ? 'Stop being an organizer' : 'Take the office'}
        </PersonForm>
      </>
    );
  return (
    <div className="flex flex-wrap gap-2">
      <RecoveryLinkForm person={person} intent="recovery-link.make" newId={newId} />
      {person.hasPassword ? (
        <PersonForm person={person} intent="organizer.appoint">
          Make an organizer
        </PersonForm>
      ) : null}
    </div>
  );
}

type RecoveryLinkFormProps = { person: PersonRow; intent: string; newId: string };

/** Makes a link with which this person can choose a new password. */
export function RecoveryLinkForm({ person, intent, newId }: RecoveryLinkFormProps) {
  return (
    <PersonForm person={person} intent={intent} id={newId}>
      Make a recovery link
    </PersonForm>
  );
}

type PersonFormProps = { person: PersonRow; intent: string; id?: string; children: string };

function PersonForm({ person, intent, id, children }: PersonFormProps) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="personId" value={person.id} />
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <Button size="small">
        {children}
        <span className="sr-only">({person.name})</span>
      </Button>
    </Form>
  );
}
