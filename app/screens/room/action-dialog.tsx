import type { FormEvent } from 'react';
import type { ActionItem } from '#app/domain/meeting/state.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { draftKeyOf } from '../drafts/drafts.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { newId } from '../live/new-id.ts';
import { useRoomParts } from './room-context.ts';
import { RoomDialog } from './room-dialog.tsx';

/** The most characters of an action item, as the server takes them. */
const LONGEST = 500;

type ActionDialogProps = {
  text: string;
  from?: string;
  owner: string;
  action?: ActionItem;
  onDone: () => void;
};

/** Who does what by when: a new action item, or one that is changed. Shut without a word it keeps what was begun. */
export function ActionDialog({ text, from, owner, action, onDone }: ActionDialogProps) {
  const { store, state, me } = useRoomParts();
  const draft = useDraft(draftKeyOf(state.room, me, 'action', action?.id ?? from), { onDone });
  const people = state.people.map(({ id, name }) => ({
    value: id,
    label: id === me ? `${name} (you)` : name,
  }));
  const known = people.some(({ value }) => value === owner);

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const words = String(form.get('words')).replace(/\s+/g, ' ').trim();
    if (!words) return;
    const promise = { text: words, owner: String(form.get('owner')), due: String(form.get('due')) || null };
    void store.send(
      action
        ? { kind: 'action.edit', action: action.id, ...promise }
        : { kind: 'action.add', action: newId(), ...promise },
    );
    draft.end();
  }

  function drop(): void {
    if (action) void store.send({ kind: 'action.drop', action: action.id });
    draft.end();
  }

  return (
    <RoomDialog title={action ? 'Change an action item' : 'Add an action item'} onDone={onDone}>
      <form ref={draft.form} onSubmit={save} className="flex flex-col gap-4">
        <Field
          as="textarea"
          label="What is to be done?"
          name="words"
          id="action-words"
          rows={2}
          required
          maxLength={LONGEST}
          defaultValue={text.slice(0, LONGEST)}
        />
        <Field
          as="select"
          label="Who does it?"
          name="owner"
          id="action-owner"
          options={people}
          defaultValue={known ? owner : me}
        />
        <Field
          label="By when?"
          optional
          type="date"
          name="due"
          id="action-due"
          defaultValue={action?.due ?? ''}
        />
        <div className="flex flex-wrap gap-2">
          <Button kind="primary">{action ? 'Save' : 'Add it'}</Button>
          <Button type="button" onClick={draft.end}>
            Leave it
          </Button>
          {action ? (
            <Button type="button" kind="danger" className="ml-auto" onClick={drop}>
              Take it off the list
            </Button>
          ) : null}
        </div>
      </form>
    </RoomDialog>
  );
}
