import { useState } from 'react';
import { carriedItems } from '#app/domain/meeting/carry.ts';
import { unfinishedItems } from '#app/domain/meeting/unfinished.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { useHasNotes } from '../notes/use-has-notes.ts';
import { count } from './remaining-words.ts';
import { useRoomParts } from './room-context.ts';
import { RoomDialog } from './room-dialog.tsx';
import { runningItem } from './running.ts';

/** Before the meeting ends for everybody: what happens then. */
export function CloseDialog({ onDone }: { onDone: () => void }) {
  const { meeting, act, hasNext } = useRoomParts();
  const [carries, setCarries] = useState(false);
  const running = runningItem(meeting);
  const mayCarry = useHasNotes() && hasNext;
  const goOn = carriedItems(meeting);
  const stay = unfinishedItems(meeting.items).filter(({ id }) => goOn.every(({ item }) => item !== id));

  function close(): void {
    act({ kind: 'meeting.close', ...(carries && mayCarry && { notes: 'carry' }) });
    onDone();
  }

  return (
    <RoomDialog title="Close the meeting" onDone={onDone}>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {running ? (
          <li>
            “<bdi>{running.title}</bdi>” is finished.
          </li>
        ) : null}
        {goOn.length > 0 ? (
          <li>
            {count(goOn.length, 'item')} you did not reach {goOn.length === 1 ? 'goes' : 'go'} on to the next
            meeting: {titles(goOn)}.
          </li>
        ) : (
          <li>Nothing is left over for the next meeting.</li>
        )}
        {stay.length > 0 ? (
          <li>
            {count(stay.length, 'item')} came over twice and {stay.length === 1 ? 'ends' : 'end'} here unless
            kept on the agenda page: {titles(stay)}.
          </li>
        ) : null}
        <li>
          The minutes are there at once, with {count(meeting.decisions.length, 'decision')} and{' '}
          {count(meeting.actions.length, 'action item')}.
        </li>
        <li>Nobody can write here any more. Action items can still be ticked off.</li>
      </ul>
      {mayCarry ? (
        <Checkbox
          name="carry-notes"
          label="Take the shared notes along to the next meeting"
          hint="They stay in these minutes as well."
          checked={carries}
          onChange={(event) => setCarries(event.target.checked)}
        />
      ) : null}
      <div className="flex gap-2">
        <Button type="button" kind="primary" onClick={close}>
          Close the meeting
        </Button>
        <Button type="button" onClick={onDone}>
          Not yet
        </Button>
      </div>
    </RoomDialog>
  );
}

function titles(items: readonly { title: string }[]): string {
  return items.map(({ title }) => `“${title}”`).join(', ');
}
