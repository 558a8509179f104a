import Repeat from 'lucide-react/icons/repeat';
import Shuffle from 'lucide-react/icons/shuffle';
import { useId } from 'react';
import type { FloorOrder } from '#app/domain/meeting/floor.ts';
import { hasRole } from '#app/domain/meeting/roles.ts';
import { MOST_SEED, type RoundOrder } from '#app/domain/meeting/round.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { SelectControl } from '#app/ui/select-control.tsx';
import { orderInWords, turnInWords } from './floor-words.ts';
import { useRoomParts } from './room-context.ts';

const orders: readonly FloorOrder[] = ['fair', 'first-come'];
const turnMinutes = [1, 2, 3, 5];

/** What the lead arranges for everybody: a round, the order of the queue, how long a turn is; the timekeeper, the last. */
export function FloorSettings() {
  const { meeting, me, leads, act } = useRoomParts();
  const id = useId();
  const { round, order, turnMs } = meeting.floor;
  if (!(leads || hasRole(meeting, me, 'timekeeper')) || meeting.status !== 'live') return null;

  function invite(order: RoundOrder): void {
    const seed = Math.floor(Math.random() * MOST_SEED);
    act({ kind: 'round.invite', order, seed });
  }
  const limit = (value: string) => act({ kind: 'floor.limit', minutes: value === '' ? null : Number(value) });
  const known = turnMs === null ? [] : [turnMs / 60_000];
  const minutes = [...new Set([...turnMinutes, ...known])].sort((a, b) => a - b);

  return (
    <Disclosure summary={leads ? 'Rounds and turns' : 'Turns'}>
      <div className="flex flex-col gap-3">
        {leads ? (
          <>
            <div className="flex flex-col gap-2">
              <p className="text-sm text-ink-soft">A round: everybody here has the floor once.</p>
              <div className="flex flex-wrap gap-2">
                <Button
                  type="button"
                  size="small"
                  icon={Repeat}
                  disabled={round !== null}
                  onClick={() => invite('ring')}
                >
                  Around the ring
                </Button>
                <Button
                  type="button"
                  size="small"
                  icon={Shuffle}
                  disabled={round !== null}
                  onClick={() => invite('random')}
                >
                  Random order
                </Button>
              </div>
            </div>
            <label htmlFor={`${id}-order`} className="flex flex-col gap-1 text-sm">
              Order of the queue
              <SelectControl
                id={`${id}-order`}
                value={order}
                options={orders.map((value) => ({ value, label: orderInWords(value) }))}
                onChange={(event) => act({ kind: 'floor.order', order: event.target.value as FloorOrder })}
              />
            </label>
          </>
        ) : null}
        <label htmlFor={`${id}-turn`} className="flex flex-col gap-1 text-sm">
          Time for a turn
          <SelectControl
            id={`${id}-turn`}
            value={turnMs === null ? '' : String(turnMs / 60_000)}
            options={[
              { value: '', label: turnInWords(null) },
              ...minutes.map((one) => ({ value: String(one), label: turnInWords(one * 60_000) })),
            ]}
            onChange={(event) => limit(event.target.value)}
          />
        </label>
      </div>
    </Disclosure>
  );
}
