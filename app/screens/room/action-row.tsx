import Pencil from 'lucide-react/icons/pencil';
import { useId } from 'react';
import { sayDay } from '#app/domain/calendar/say-time.ts';
import { hasRole } from '#app/domain/meeting/roles.ts';
import type { ActionItem } from '#app/domain/meeting/state.ts';
import { tick } from '#app/ui/choice.tsx';
import { classNames } from '#app/ui/class-names.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Time } from '#app/ui/time.tsx';
import { ProgressWords } from '../talk/progress-words.tsx';
import { useRoomParts } from './room-context.ts';
import { withChanges } from './with-changes.ts';

/** One action item: what, who, by when; ticked off by its owner, its author or the lead. */
export function ActionRow(props: { action: ActionItem }) {
  const { meeting, me, leads, nameOf, store, state, ask } = useRoomParts();
  const box = useId();
  const { action, isDone, leaving, progress } = withChanges(props.action, state.pending);
  const { text, owner, due } = action;
  const may = !leaving && (leads || hasRole(meeting, me, 'note-taker') || owner === me || action.by === me);

  return (
    <li id={`action-${action.id}`} className="flex items-start gap-1 data-arrived:bg-accent-soft">
      <label
        htmlFor={box}
        className={classNames('flex min-h-11 min-w-0 flex-1 items-start gap-3 py-1', may && 'cursor-pointer')}
      >
        <input
          id={box}
          type="checkbox"
          checked={isDone}
          disabled={!may}
          onChange={() =>
            void store.send({ kind: isDone ? 'action.reopen' : 'action.complete', action: action.id })
          }
          className={tick}
        />
        <span className="min-w-0 leading-snug">
          <span
            className={classNames(
              'in-its-direction block break-words',
              isDone && 'text-ink-soft line-through',
            )}
          >
            {text}
          </span>
          <span className="flex flex-wrap items-center gap-x-2">
            <span className="text-xs text-ink-soft">
              {owner === me ? 'You' : nameOf(owner)}
              {due ? <Due day={due} /> : null}
            </span>
            {leaving ? <span className="text-xs text-ink-soft">{leaving}</span> : null}
            {progress ? <ProgressWords progress={progress} /> : null}
          </span>
        </span>
      </label>
      {may ? (
        <button
          type="button"
          aria-label={`Change: ${text}`}
          title="Change"
          onClick={() => ask({ what: 'action', text, owner, action })}
          className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-well hover:text-ink"
        >
          <Icon of={Pencil} size="small" />
        </button>
      ) : null}
    </li>
  );
}

/** A day has no zone: it is said as it was chosen. */
function Due({ day }: { day: string }) {
  const { meeting } = useRoomParts();
  const at = Date.parse(`${day}T12:00:00Z`);
  return (
    <>
      , by <Time iso={day}>{sayDay(at, { zone: 'UTC', now: meeting.startsAt })}</Time>
    </>
  );
}
