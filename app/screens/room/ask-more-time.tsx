import ClockPlus from 'lucide-react/icons/clock-plus';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { offerNow } from '#app/domain/meeting/decide-extension.ts';
import { Button } from '#app/ui/button.tsx';
import { costInWords, moreTime } from './extension-words.ts';
import { useNow, useRoomParts } from './room-context.ts';

/** Asks the circle for more time for the running item; says before what that would cost. */
export function AskMoreTime({ item }: { item: AgendaItem }) {
  const { meeting, act } = useRoomParts();
  const offer = offerNow(meeting, item, useNow());
  if (!offer) return null;
  const { dropped } = offer.absorption;
  const cost = costInWords(offer.absorption, meeting.items);

  return (
    <Button
      type="button"
      size="small"
      icon={ClockPlus}
      aria-label={`Ask for ${moreTime(offer.ms)} for this item: ${cost}`}
      title={`${moreTime(offer.ms)}: ${cost}`}
      onClick={() => act({ kind: 'extension.ask', item: item.id, rev: item.clock.rev, drops: dropped })}
    >
      <span>
        {moreTime(offer.ms).replace(' min', '')}
        <span className="max-md:sr-only"> min?</span>
        {dropped.length > 0 ? <span className="font-normal"> (drops {dropped.length})</span> : null}
      </span>
    </Button>
  );
}
