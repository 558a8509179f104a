import type { FormEvent } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { newId } from '../live/new-id.ts';
import { useRoomParts } from './room-context.ts';
import { RoomDialog } from './room-dialog.tsx';
import { runningItem } from './running.ts';

/** The most characters of a decision, as the server takes them. */
const LONGEST = 1_000;

/** Notes what was decided, in the words in which it was said. */
export function DecisionDialog({ text, onDone }: { text: string; onDone: () => void }) {
  const { store, meeting } = useRoomParts();
  const item = runningItem(meeting);

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('words')).trim();
    if (!words) return;
    void store.send({ kind: 'decision.record', decision: newId(), text: words });
    onDone();
  }

  return (
    <RoomDialog title="Note a decision" onDone={onDone}>
      <form onSubmit={save} className="flex flex-col gap-4">
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
          <Button type="button" onClick={onDone}>
            Leave it
          </Button>
        </div>
      </form>
    </RoomDialog>
  );
}
