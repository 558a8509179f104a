import { presentPeople } from '#app/domain/meeting/may.ts';
import { Button } from '#app/ui/button.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { useRoomParts } from './room-context.ts';
import { RoomDialog } from './room-dialog.tsx';

/** Offers the lead to somebody who is here; it can be taken back. */
export function HandOverDialog({ onDone }: { onDone: () => void }) {
  const { meeting, me, nameOf, act } = useRoomParts();
  const others = presentPeople(meeting).filter((person) => person !== me);

  return (
    <RoomDialog title="Hand over the lead" onDone={onDone}>
      <p>Whoever you choose is asked. You lead until they accept, and can take the lead back at any time.</p>
      {others.length === 0 ? <p className="text-ink-soft">Nobody else is here yet.</p> : null}
      <ul className="flex flex-col gap-2">
        {others.map((person) => (
          <li key={person}>
            <Button
              type="button"
              wide
              className="justify-start"
              onClick={() => {
                act({ kind: 'lead.pass', to: person });
                onDone();
              }}
            >
              <SeatMark id={person} name={nameOf(person)} size="small" />
              {nameOf(person)}
            </Button>
          </li>
        ))}
      </ul>
    </RoomDialog>
  );
}
