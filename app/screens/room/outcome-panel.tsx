import Gavel from 'lucide-react/icons/gavel';
import CheckSquare from 'lucide-react/icons/square-check-big';
import { Button } from '#app/ui/button.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { OpenActions } from '../agenda/open-actions.tsx';
import type { Pending } from '../live/room-state.ts';
import { wordsOf } from '../live/words-of.ts';
import { ProgressWords } from '../talk/progress-words.tsx';
import { ActionRow } from './action-row.tsx';
import { DecisionRow } from './decision-row.tsx';
import { OwnPending } from './own-pending.tsx';
import { useRoomParts } from './room-context.ts';

/** What the meeting decided and what people said they would do, caught where it was said. */
export function OutcomePanel({ className }: { className: string }) {
  const { meeting, state, me, ask, openActions, nameOf } = useRoomParts();
  const pending = state.pending.filter(({ command: { kind } }) => /^(decision|action)\./.test(kind));
  const refused = pending.filter(({ progress }) => progress === 'refused');
  const newOnes = (kind: string) =>
    pending.filter((one) => one.command.kind === kind && one.progress !== 'refused');

  return (
    <Panel title="Decided and promised" className={className}>
      <div className="flex flex-col gap-5">
        <OpenActions actions={openActions} nameOf={nameOf} />
        <section className="flex flex-col gap-2">
          <h3 className="text-base">Decisions</h3>
          {meeting.decisions.length === 0 ? (
            <p className="text-sm text-ink-soft">Nothing decided yet.</p>
          ) : null}
          <ul className="flex flex-col gap-2">
            {meeting.decisions.map((decision) => (
              <DecisionRow key={decision.id} decision={decision} />
            ))}
            <Waiting pending={newOnes('decision.record')} />
          </ul>
          <Button
            type="button"
            size="small"
            icon={Gavel}
            className="self-start"
            onClick={() => ask({ what: 'decision', text: '' })}
          >
            Note a decision
          </Button>
        </section>
        <section className="flex flex-col gap-2">
          <h3 className="text-base">Action items</h3>
          {meeting.actions.length === 0 ? (
            <p className="text-sm text-ink-soft">Nobody has promised anything yet.</p>
          ) : null}
          <ul className="flex flex-col gap-2">
            {meeting.actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
            <Waiting pending={newOnes('action.add')} />
          </ul>
          <Button
            type="button"
            size="small"
            icon={CheckSquare}
            className="self-start"
            onClick={() => ask({ what: 'action', text: '', owner: me })}
          >
            Add an action item
          </Button>
        </section>
        <OwnPending pending={refused} />
      </div>
    </Panel>
  );
}

function Waiting({ pending }: { pending: readonly Pending[] }) {
  return pending.map((one) => (
    <li key={one.id} className="text-ink-soft">
      <p className="break-words">{wordsOf(one.command)}</p>
      <ProgressWords progress={one.progress === 'sending' ? 'sending' : 'waiting'} />
    </li>
  ));
}
