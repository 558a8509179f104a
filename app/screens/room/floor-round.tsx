import { Button } from '#app/ui/button.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { useRoomParts } from './room-context.ts';

/** A round that goes on: who is still to come, in order; everybody may pass their own turn. */
export function FloorRound() {
  const { meeting, me, leads, nameOf, act } = useRoomParts();
  const { round } = meeting.floor;
  if (!round) return null;
  const how = round.order === 'ring' ? 'around the ring' : 'in random order';

  return (
    <div className="flex flex-col gap-2 rounded-sm border border-line p-2">
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 flex-1 font-semibold leading-snug">
          A round
          <span className="block text-sm font-normal text-ink-soft">{how}, everybody once</span>
        </p>
        {leads ? (
          <Button
            type="button"
            size="small"
            kind="plain"
            aria-label="End it: the round"
            onClick={() => act({ kind: 'round.end' })}
          >
            End it
          </Button>
        ) : null}
      </div>
      {round.waiting.length === 0 ? (
        <p className="text-sm text-ink-soft">This is the last turn of the round.</p>
      ) : (
        <ol aria-label="Still to come in the round" className="flex flex-col gap-1">
          {round.waiting.map((person) => (
            <li key={person} className="flex items-center gap-2">
              <SeatMark id={person} name={nameOf(person)} size="small" />
              <span className="min-w-0 flex-1 truncate">{person === me ? 'You' : nameOf(person)}</span>
              {person === me || leads ? (
                <Button
                  type="button"
                  size="small"
                  kind={person === me ? 'quiet' : 'plain'}
                  aria-label={person === me ? 'Pass my turn' : `Skip ${nameOf(person)}`}
                  onClick={() => act({ kind: 'round.pass', person })}
                >
                  {person === me ? 'Pass' : 'Skip'}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
