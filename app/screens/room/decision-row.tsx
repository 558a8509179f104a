import Undo from 'lucide-react/icons/undo-2';
import { hasRole } from '#app/domain/meeting/roles.ts';
import type { Decision } from '#app/domain/meeting/state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { wordsOf } from '../live/words-of.ts';
import { ProgressWords } from '../talk/progress-words.tsx';
import { RichText } from '../talk/rich-text.tsx';
import { useRoomParts } from './room-context.ts';

/** One decision; whoever noted it, and the lead, can take it off again. */
export function DecisionRow({ decision }: { decision: Decision }) {
  const { meeting, me, leads, nameOf, store, state } = useRoomParts();
  const leaving = state.pending.find(
    ({ command, progress }) =>
      command.kind === 'decision.withdraw' && command.decision === decision.id && progress !== 'refused',
  );

  return (
    <li id={`decision-${decision.id}`} className="flex items-start gap-1 data-arrived:bg-accent-soft">
      <div className="min-w-0 flex-1">
        <p className="in-its-direction break-words">
          <RichText text={decision.text} />
        </p>
        <p className="text-xs text-ink-soft">noted by {decision.by === me ? 'you' : nameOf(decision.by)}</p>
        {leaving ? (
          <p className="flex flex-wrap gap-x-2 text-xs text-ink-soft">
            {wordsOf(leaving.command)}
            <ProgressWords progress={leaving.progress === 'sending' ? 'sending' : 'waiting'} />
          </p>
        ) : null}
      </div>
      {!leaving && (decision.by === me || leads || hasRole(meeting, me, 'note-taker')) ? (
        <button
          type="button"
          aria-label="Take this decision off the list"
          title="Take off the list"
          onClick={() => void store.send({ kind: 'decision.withdraw', decision: decision.id })}
          className="-my-1 grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-well hover:text-ink"
        >
          <Icon of={Undo} size="small" />
        </button>
      ) : null}
    </li>
  );
}
