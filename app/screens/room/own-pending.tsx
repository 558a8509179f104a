import type { Pending } from '../live/room-state.ts';
import { wordsOf } from '../live/words-of.ts';
import { ProgressWords } from '../talk/progress-words.tsx';
import { RefusedWords } from '../talk/refused-words.tsx';
import { useRoomParts } from './room-context.ts';

/** One's own words on their way, and those that could not be taken, one after the other. */
export function OwnPending({ pending }: { pending: readonly Pending[] }) {
  const { store } = useRoomParts();
  return pending.map((one) =>
    one.progress === 'refused' ? (
      <RefusedWords key={one.id} one={one} retry={store.retry} discard={store.discard} />
    ) : (
      <div key={one.id}>
        <p className="break-words whitespace-pre-wrap select-all">{wordsOf(one.command)}</p>
        <ProgressWords progress={one.progress} />
      </div>
    ),
  );
}
