import { type Ask, mostAsks, priorityName } from '#app/domain/people/offers-and-asks.ts';
import { Card } from '#app/ui/card.tsx';
import { SavedNotice } from '../circle/saved-notice.tsx';
import { LeastLevelField, PriorityField, TopicField } from './level-field.tsx';
import { TopicForm, TopicRow } from './topic-row.tsx';
import { useNewRowState, useRowState } from './use-row-state.ts';

type AsksCardProps = { asks: Ask[]; newId: string; saved: string | null };

/** What one wants help with. */
export function AsksCard({ asks, newId, saved }: AsksCardProps) {
  return (
    <Card title="I ask" id="asks">
      <SavedNotice isSaved={saved === 'ask.put' || saved === 'ask.remove'} />
      {asks.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {asks.map((ask) => (
            <AskRow key={ask.id} ask={ask} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">Asking is a gift too: it lets somebody help.</p>
      )}
      {asks.length < mostAsks ? <NewAsk key={newId} id={newId} standing={asks} /> : null}
    </Card>
  );
}

function AskRow({ ask }: { ask: Ask }) {
  const prefix = `ask-${ask.id}-`;
  const state = useRowState('ask.put', ask.id, prefix);

  return (
    <TopicRow
      state={state}
      topic={ask.topic}
      detail={priorityName(ask.priority)}
      id={ask.id}
      remove="ask.remove"
    >
      <TopicForm state={state} intent="ask.put" id={ask.id} label="Save the ask">
        <TopicField state={state} prefix={prefix} value={ask.topic} />
        <PriorityField state={state} prefix={prefix} value={ask.priority} />
        <LeastLevelField state={state} prefix={prefix} value={ask.least_level} />
      </TopicForm>
    </TopicRow>
  );
}

function NewAsk({ id, standing }: { id: string; standing: Ask[] }) {
  const prefix = 'new-ask-';
  const state = useNewRowState('ask.put', standing, prefix);

  return (
    <TopicForm state={state} intent="ask.put" id={state.value('id', id)} label="Add an ask">
      <TopicField
        state={state}
        prefix={prefix}
        value=""
        hint="For example “A sponsor who never answers” or “Agile contracts”."
      />
      <PriorityField state={state} prefix={prefix} value={2} />
      <LeastLevelField state={state} prefix={prefix} value={2} />
    </TopicForm>
  );
}
