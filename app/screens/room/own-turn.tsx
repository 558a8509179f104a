import Repeat from 'lucide-react/icons/repeat';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { useRoomParts } from './room-context.ts';

/** Above the composer while it is the reader's turn in a round, which may be passed. It ends with the button beside it. */
export function OwnTurn() {
  const { meeting, me, act } = useRoomParts();
  const { holder, round } = meeting.floor;
  if (!round || holder?.person !== me) return null;

  return (
    <div className="flex flex-wrap items-center gap-2 px-1 pb-1 text-sm">
      <p className="inline-flex min-w-0 flex-1 items-center gap-2 font-semibold text-accent-strong">
        <Icon of={Repeat} size="small" />
        It is your turn
      </p>
      <Button type="button" size="small" kind="plain" onClick={() => act({ kind: 'round.pass', person: me })}>
        Pass
      </Button>
    </div>
  );
}
