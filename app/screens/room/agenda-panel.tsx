import { sayMinutes } from '#app/domain/calendar/say-time.ts';
import { listedItems, plannedMinutes } from '#app/domain/meeting/agenda.ts';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { AgendaRow } from './agenda-row.tsx';
import { useRoomParts } from './room-context.ts';

/** The items in order with their minutes, where the meeting stands, and what the lead can do with each. */
export function AgendaPanel({ className }: { className: string }) {
  const { meeting, state, leads } = useRoomParts();
  const items = listedItems(meeting.items);
  const planned = plannedMinutes(meeting.items);
  const over = planned - meeting.lengthMinutes;

  return (
    <Panel
      title="Agenda"
      className={className}
      actions={
        <p className={over > 0 ? 'text-sm font-medium text-warn' : 'text-sm text-ink-soft'}>
          {planned} of {meeting.lengthMinutes} min
          <span className="sr-only"> planned</span>
          {over > 0 ? `, ${over} too many` : null}
        </p>
      }
    >
      {items.length === 0 ? (
        <EmptyState
          action={<ButtonLink to={`/meetings/${state.room}/agenda`}>Open the agenda page</ButtonLink>}
        >
          Nothing is on the agenda yet. Choose a format or propose the first item; it shows up here.
        </EmptyState>
      ) : (
        <ol className="-mx-2 flex flex-col">
          {items.map((item, index) => (
            <AgendaRow
              key={item.id}
              item={item}
              place={index + 1}
              above={leads ? items[index - 1] : undefined}
              twoAbove={items[index - 2]}
              below={leads ? items[index + 1] : undefined}
            />
          ))}
        </ol>
      )}
      <p className="mt-4 text-sm text-ink-soft">{sayMinutes(meeting.lengthMinutes)} in all.</p>
    </Panel>
  );
}
