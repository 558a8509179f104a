import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { useFormState, useRowPending } from '../circle/use-fault.ts';

export type Organizer = { id: string; name: string };

type OrganizersProps = { organizers: Organizer[]; candidates: Organizer[]; readerId: string };

/** Who looks after the group. Two are better than one: then it does not hang on anybody. */
export function Organizers({ organizers, candidates, readerId }: OrganizersProps) {
  const removing = useFormState('group.remove-organizer');

  return (
    <Card title="Organizers">
      <ErrorSummary errors={removing.errors} title="Nothing was changed" />
      <ul className="flex flex-col gap-2">
        {organizers.map((organizer) => (
          <li key={organizer.id} className="flex flex-wrap items-center gap-3">
            <SeatMark id={organizer.id} name={organizer.name} size="small" />
            <span className="min-w-0 flex-1">
              {organizer.name}
              {organizer.id === readerId ? <span className="text-ink-soft"> (you)</span> : null}
            </span>
            {organizers.length > 1 ? (
              <RemoveButton organizer={organizer} isReader={organizer.id === readerId} />
            ) : null}
          </li>
        ))}
      </ul>
      {candidates.length > 0 ? <AddForm candidates={candidates} /> : <NobodyToAdd />}
    </Card>
  );
}

type RemoveButtonProps = { organizer: Organizer; isReader: boolean };

function RemoveButton({ organizer, isReader }: RemoveButtonProps) {
  const pending = useRowPending('group.remove-organizer', 'personId', organizer.id);

  return (
    <Form method="post">
      <input type="hidden" name="intent" value="group.remove-organizer" />
      <input type="hidden" name="personId" value={organizer.id} />
      <Button size="small" pending={pending}>
        {isReader ? 'Step back' : `Remove ${organizer.name}`}
      </Button>
    </Form>
  );
}

function AddForm({ candidates }: { candidates: Organizer[] }) {
  const state = useFormState('group.add-organizer');

  return (
    <Form method="post" className="flex flex-wrap items-end gap-3" noValidate>
      <input type="hidden" name="intent" value="group.add-organizer" />
      <Field
        as="select"
        label="Add an organizer"
        name="personId"
        className="min-w-56 flex-1"
        placeholder="Choose a person"
        options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={state.value('personId', '')}
        error={state.error('personId')}
      />
      <Button pending={state.pending} pendingLabel="Adding">
        Add
      </Button>
    </Form>
  );
}

function NobodyToAdd() {
  return (
    <p className="text-sm text-ink-soft">
      Everyone who is in one of the circles can look after the group with you. Once somebody has joined, you
      can add them here.
    </p>
  );
}
