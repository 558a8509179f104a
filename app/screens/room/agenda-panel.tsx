import ArrowUpDown from 'lucide-react/icons/arrow-up-down';
import { useState } from 'react';
import { listedItems, plannedMinutes } from '#app/domain/meeting/agenda.ts';
import { Button } from '#app/ui/button.tsx';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { AgendaRow } from './agenda-row.tsx';
import { OwnPending } from './own-pending.tsx';
import { useRoomParts } from './room-context.ts';
import { useRunningInSight } from './use-running-in-sight.ts';

/** The items in order with their minutes, where the meeting stands, and what the lead can do with each. */
export function AgendaPanel({ className }: { className: string }) {
  const { meeting, state, leads } = useRoomParts();
  const [arranges, setArranges] = useState(false);
  const list = useRunningInSight(meeting.running);
  const items = listedItems(meeting.items);
  // Before the start the order is everybody's.
  const may = leads || meeting.status === 'planned';

  return (
    <Panel title="Agenda" className={className} actions={<PlannedSum />} bodyRef={list}>
      {items.length === 0 ? (
        <EmptyState
          action={<ButtonLink to={`/meetings/${state.room}/agenda`}>Open the agenda page</ButtonLink>}
        >
          Nothing is on the agenda yet. Choose a format or propose the first item; it shows up here.
        </EmptyState>
      ) : (
        <ol className="-mx-2 -mt-2 flex flex-col">
          {items.map((item, index) => (
            <AgendaRow
              key={item.id}
              item={item}
              place={index + 1}
              neighbours={
                may && arranges
                  ? { above: items[index - 1], twoAbove: items[index - 2], below: items[index + 1] }
                  : null
              }
            />
          ))}
        </ol>
      )}
      {may && items.length > 1 ? (
        <Button
          type="button"
          size="small"
          kind="plain"
          icon={ArrowUpDown}
          aria-pressed={arranges}
          className="mt-2 -ml-2"
          onClick={() => setArranges(!arranges)}
        >
          {arranges
            ? 'Done arranging'
            : meeting.status === 'live'
              ? 'Arrange, or start another item'
              : 'Arrange'}
        </Button>
      ) : null}
      <div className="mt-3 flex flex-col gap-3 empty:hidden">
        <OwnPending pending={state.pending.filter(({ command: { kind } }) => kind.startsWith('item.'))} />
      </div>
    </Panel>
  );
}

/** The planned minutes against the length of the meeting. */
function PlannedSum() {
  const { meeting } = useRoomParts();
  const planned = plannedMinutes(meeting.items);
  const over = planned - meeting.lengthMinutes;

  return (
    <p className={over > 0 ? 'text-sm font-medium text-warn' : 'text-sm text-ink-soft'}>
      {planned} of {meeting.lengthMinutes} min
      <span className="sr-only"> planned</span>
      {over > 0 ? `, ${over} too many` : null}
    </p>
  );
}
