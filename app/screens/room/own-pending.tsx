import type { Pending } from '../live/room-state.ts';
import { KeptWords } from '../talk/kept-words.tsx';
import { ProgressWords } from '../talk/progress-words.tsx';
import { useRoomParts } from './room-context.ts';
import { wordsOf } from './words-of.ts';

/** One's own words on their way, and those that could not be taken, one after the other. */
export function OwnPending({ pending }: { pending: readonly Pending[] }) {
  const { store } = useRoomParts();
  return pending.map((one) =>
    one.progress === 'refused' ? (
      <KeptWords key={one.id} one={one} retry={store.retry} discard={store.discard} />
    ) : (
      <div key={one.id}>
        <p className="break-words whitespace-pre-wrap select-all">{wordsOf(one.command)}</p>
        <ProgressWords progress={one.progress} />
      </div>
    ),
  );
}
