/** What comes out of a meeting: decisions and action items. */
import type { Logged, MeetingEvent } from './events.ts';
import type { ActionItem, MeetingState } from './state.ts';

type OutcomeEvent = Logged<Extract<MeetingEvent, { kind: `decision.${string}` | `action.${string}` }>>;

export function evolveOutcome(state: MeetingState, event: OutcomeEvent): MeetingState {
  const { at, actor } = event;
  const by = actor ?? '';
  switch (event.kind) {
    case 'decision.recorded': {
      const recorded = { id: event.decision, text: event.text, by, at, item: event.item };
      return { ...state, decisions: [...state.decisions, recorded] };
    }
    case 'decision.withdrawn':
      return { ...state, decisions: state.decisions.filter((one) => one.id !== event.decision) };
    case 'action.added': {
      const { action: id, text, owner, due, item } = event;
      return { ...state, actions: [...state.actions, { id, text, owner, due, item, by, at, doneAt: null }] };
    }
    case 'action.edited':
      return changeAction(state, event.action, { text: event.text, owner: event.owner, due: event.due });
    case 'action.dropped':
      return { ...state, actions: state.actions.filter((one) => one.id !== event.action) };
    case 'action.completed':
      return changeAction(state, event.action, { doneAt: at });
    case 'action.reopened':
      return changeAction(state, event.action, { doneAt: null });
  }
}

function changeAction(state: MeetingState, id: string, changes: Partial<ActionItem>): MeetingState {
  return { ...state, actions: state.actions.map((one) => (one.id === id ? { ...one, ...changes } : one)) };
}
