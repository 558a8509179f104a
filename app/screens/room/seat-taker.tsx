import { type FormEvent, useId } from 'react';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { nextInSeat } from '#app/domain/meeting/hot-seats.ts';
import { presentPeople } from '#app/domain/meeting/may.ts';
import { isPresent } from '#app/domain/meeting/state.ts';
import { Button } from '#app/ui/button.tsx';
import { SelectControl } from '#app/ui/select-control.tsx';
import { useRoomParts } from './room-context.ts';

/** While nobody has the hot seat: take it, or, leading, give it to somebody. */
export function SeatTaker({ item }: { item: AgendaItem }) {
  const { state, meeting, me, leads, act, nameOf } = useRoomParts();
  const id = useId();
  const others = presentPeople(meeting).filter((person) => person !== me);
  const here = state.people.map((person) => person.id).filter((person) => isPresent(meeting, person));
  const next = nextInSeat(meeting, here, item.id);

  function give(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const person = String(new FormData(event.currentTarget).get('person') ?? '');
    if (person) act({ kind: 'seat.give', item: item.id, person });
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p>
        Nobody has the hot seat yet.
        {next
          ? ` ${next === me ? 'You' : nameOf(next)} would be next: ${waited(meeting.seats[next], next === me)}.`
          : null}
      </p>
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
            defaultValue={next !== null && next !== me ? next : ''}
            options={others.map((person) => ({ value: person, label: nameOf(person) }))}
          />
          <Button type="submit" size="small" className="shrink-0">
            Give it
          </Button>
        </form>
      ) : null}
    </div>
  );
}

/** Why it is their turn. */
function waited(had: { turns: number } | undefined, isMe: boolean): string {
  if (!had) return isMe ? 'you have not had it yet' : 'they have not had it yet';
  return isMe ? 'you have waited longest' : 'they have waited longest';
}
