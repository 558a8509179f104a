import { type FormEvent, useId } from 'react';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { Button } from '#app/ui/button.tsx';
import { SelectControl } from '#app/ui/select-control.tsx';
import { useRoomParts } from './room-context.ts';

/** While nobody has the hot seat: take it, or, leading, give it to somebody. */
export function SeatTaker({ item }: { item: AgendaItem }) {
  const { meeting, me, leads, act, nameOf } = useRoomParts();
  const id = useId();
  const others = presentPeople(meeting).filter((person) => person !== me);

  function give(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const person = String(new FormData(event.currentTarget).get('person') ?? '');
    if (person) act({ kind: 'seat.give', item: item.id, person });
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p>Nobody has the hot seat yet.</p>
      <Button
        type="button"
        size="small"
        onClick={() => act({ kind: 'seat.give', item: item.id, person: me })}
      >
        I take the hot seat
      </Button>
      {leads && others.length > 0 ? (
        <form onSubmit={give} className="flex items-center gap-2">
          <label htmlFor={id} className="sr-only">
            Who has the hot seat?
          </label>
          <SelectControl
            id={id}
            name="person"
            placeholder="Somebody else"
            options={others.map((person) => ({ value: person, label: nameOf(person) }))}
          />
          <Button type="submit" size="small">
            Give it
          </Button>
        </form>
      ) : null}
    </div>
  );
}
