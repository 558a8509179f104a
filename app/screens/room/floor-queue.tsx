import { Button } from '#app/ui/button.tsx';
import { SeatMark } from '#app/ui/seat-mark.tsx';
import { FloorRound } from './floor-round.tsx';
import { orderInWords } from './floor-words.ts';
import { type QueueLine, queueLines } from './queue-lines.ts';
import { useNow, useRoomParts } from './room-context.ts';
import { TurnClock } from './turn-clock.tsx';

/** Who speaks and who comes next, with the reason for the order. */
export function FloorQueue() {
  const { meeting } = useRoomParts();
  const { floor } = meeting;
  const lines = queueLines(floor, meeting.running !== null, useNow());

  return (
    <section aria-label="The floor" className="flex flex-col gap-2">
      <Speaker />
      <FloorRound />
      {lines.length === 0 ? (
        <NoHands />
      ) : (
        <>
          <p className="text-sm text-ink-soft">Raised hands. {orderInWords(floor.order)}.</p>
          <ol className="flex flex-col gap-2">
            {lines.map((line) => (
              <Line key={line.person} {...line} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function NoHands() {
  const { meeting } = useRoomParts();
  const { holder, round } = meeting.floor;
  if (round) return null;
  return (
    <p className="text-sm text-ink-soft">
      {holder ? 'Nobody else has a hand up.' : 'No hand is up. Raise yours to speak next.'}
    </p>
  );
}

/** Whoever has the floor, and how long already. */
function Speaker() {
  const { meeting, nameOf, me, leads, act } = useRoomParts();
  const { holder, round, turnMs } = meeting.floor;
  if (!holder) return null;
  const { person, since } = holder;

  return (
    <div className="flex flex-wrap items-center gap-2 rounded-sm bg-accent-soft p-2">
      <SeatMark id={person} name={nameOf(person)} size="small" />
      <p className="min-w-40 flex-1">
        <span className="font-semibold">{person === me ? 'You' : nameOf(person)}</span>{' '}
        {person === me ? 'have' : 'has'} the floor, <TurnClock since={since} turnMs={turnMs} />
      </p>
      <div className="flex gap-2 empty:hidden">
        {/* One's own turn ends where one's hand goes up, and is passed beside the composer wherever that is on the screen. */}
        {round && person === me ? (
          <Button
            type="button"
            size="small"
            className="md:hidden lg:group-has-[#view-notes:checked]/room:inline-flex"
            onClick={() => act({ kind: 'round.pass', person })}
          >
            Pass
          </Button>
        ) : null}
        {leads && person !== me ? (
          <Button type="button" size="small" onClick={() => act({ kind: 'floor.end', person })}>
            End turn
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Line({ person, place, reason }: QueueLine) {
  const { nameOf, me, leads, act } = useRoomParts();

  return (
    <li className="flex flex-wrap items-center gap-2">
      <span className="w-5 text-center font-semibold tabular-nums">{place}</span>
      <SeatMark id={person} name={nameOf(person)} size="small" />
      <p className="min-w-32 flex-1 leading-snug">
        {person === me ? 'You' : nameOf(person)}
        <span className="block text-xs text-ink-soft">{reason}</span>
      </p>
      {leads && place !== null ? (
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
  );
}
