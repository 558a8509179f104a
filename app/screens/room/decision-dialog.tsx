import type { FormEvent } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { draftKeyOf } from '../drafts/drafts.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { newId } from '../live/new-id.ts';
import { useRoomParts } from './room-context.ts';
import { RoomDialog } from './room-dialog.tsx';
import { runningItem } from './running.ts';

/** The most characters of a decision, as the server takes them. */
const LONGEST = 1_000;

type DecisionDialogProps = { text: string; from?: string; onDone: () => void };

/** Notes what was decided, in the words in which it was said. Shut without a word it keeps what was begun. */
export function DecisionDialog({ text, from, onDone }: DecisionDialogProps) {
  const { store, state, me, meeting } = useRoomParts();
  const draft = useDraft(draftKeyOf(state.room, me, 'decision', from), { onDone });
  const item = runningItem(meeting);

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('words')).trim();
    if (!words) return;
    void store.send({ kind: 'decision.record', decision: newId(), text: words });
    draft.end();
  }

  return (
    <RoomDialog title="Note a decision" onDone={onDone}>
      <form ref={draft.form} onSubmit={save} className="flex flex-col gap-4">
        <Field
          as="textarea"
          label="What did you decide?"
          name="words"
          id="decision-words"
          defaultValue={text.slice(0, LONGEST)}
          maxLength={LONGEST}
          rows={3}
          required
          hint={item ? `It stands under “${item.title}” in the minutes.` : 'It stands in the minutes.'}
        />
        <div className="flex gap-2">
          <Button kind="primary">Note it</Button>
          <Button type="button" onClick={draft.end}>
            Leave it
          </Button>
        </div>
      </form>
    </RoomDialog>
  );
}
