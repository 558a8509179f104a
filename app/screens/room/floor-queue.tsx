import { sayClock } from '#app/domain/calendar/say-time.ts';
import { Button } from '#app/ui/button.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { queueLines } from './queue-lines.ts';
import { Since } from './remaining.tsx';
import { useRoomParts } from './room-context.ts';

/** Who speaks and who comes next, with the reason for the order. */
export function FloorQueue() {
  const { meeting, nameOf, me, leads, act, zone } = useRoomParts();
  const { holder } = meeting.floor;
  const lines = queueLines(meeting.floor, meeting.running !== null, (at) => sayClock(at, zone));
  const called = (person: string) => (person === me ? 'You' : nameOf(person));

  return (
    <section aria-label="The floor" className="flex flex-col gap-2">
      {holder ? (
        <div className="flex flex-wrap items-center gap-2 rounded-sm bg-accent-soft p-2">
          <SeatMark id={holder.person} name={nameOf(holder.person)} size="small" />
          <p className="min-w-0 flex-1">
            <span className="font-semibold">{called(holder.person)}</span>{' '}
            {holder.person === me ? 'have' : 'has'} the floor, <Since at={holder.since} />
          </p>
          {leads || holder.person === me ? (
            <Button
              type="button"
              size="small"
              onClick={() => act({ kind: 'floor.end', person: holder.person })}
            >
              End turn
            </Button>
          ) : null}
        </div>
      ) : null}
      {lines.length === 0 ? (
        <p className="text-sm text-ink-soft">
          {holder ? 'Nobody else has a hand up.' : 'No hand is up. Raise yours to speak next.'}
        </p>
      ) : (
        <ol className="flex flex-col gap-2">
          {lines.map(({ person, place, reason }) => (
            <li key={person} className="flex flex-wrap items-center gap-2">
              <span className="w-5 text-center font-semibold tabular-nums">{place}</span>
              <SeatMark id={person} name={nameOf(person)} size="small" />
              <p className="min-w-32 flex-1 leading-snug">
                {called(person)}
                <span className="block text-xs text-ink-soft">{reason}</span>
              </p>
              {leads ? (
                <Button
                  type="button"
                  size="small"
                  kind={place === 1 ? 'primary' : 'quiet'}
                  aria-label={`Give the floor to ${nameOf(person)}`}
                  onClick={() => act({ kind: 'floor.give', person })}
                >
                  Give the floor
                </Button>
              ) : null}
              {leads || person === me ? (
                <Button
                  type="button"
                  size="small"
                  kind="plain"
                  aria-label={person === me ? 'Lower my hand' : `Lower the hand of ${nameOf(person)}`}
                  onClick={() => act({ kind: 'hand.lower', person })}
                >
                  Lower
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
