/**
 * Decisions and action items, caught where they are said.
 *
 * O1 An action item is given to a current member of the circle; one who leaves later keeps it.
 * O2 Whoever wrote a decision or an action item, its owner, the note-taker and the lead may change it while the
 *    meeting lasts.
 * O3 Its owner, its author, the note-taker and the lead tick an action item off and on, also after the meeting.
 */
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { hasRole } from './roles.ts';
import type { ActionItem, MeetingState } from './state.ts';

/** The most decisions, and the most action items, of one meeting. */
export const OUTCOME_LIMIT = 100;

type OutcomeCommand = Extract<MemberCommand, { kind: `decision.${string}` | `action.${string}` }>;

export function decideOutcome(
  state: MeetingState,
  command: OutcomeCommand,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  switch (command.kind) {
    case 'decision.record':
      return recordDecision(state, command);
    case 'decision.withdraw': {
      const known = state.decisions.find((one) => one.id === command.decision);
      if (!known) return refuse('out-of-date');
      if (known.by !== context.actor && !keepsRecord(state, context.actor)) return refuse('not-yours');
      return [{ kind: 'decision.withdrawn', decision: known.id }];
    }
    case 'action.add':
      return addAction(state, command, context);
    default:
      return changeAction(state, command, context);
  }
}

function recordDecision(
  state: MeetingState,
  { decision, text }: Extract<OutcomeCommand, { kind: 'decision.record' }>,
): MeetingEvent[] | Refusal {
  if (state.decisions.some((one) => one.id === decision)) return refuse('already-done');
  if (state.decisions.length >= OUTCOME_LIMIT) return refuse('limit-reached');
  return [{ kind: 'decision.recorded', decision, text, item: state.running }];
}

function addAction(
  state: MeetingState,
  { action, text, owner, due }: Extract<OutcomeCommand, { kind: 'action.add' }>,
  { members }: MemberContext,
): MeetingEvent[] | Refusal {
  if (state.actions.some((one) => one.id === action)) return refuse('already-done');
  if (state.actions.length >= OUTCOME_LIMIT) return refuse('limit-reached');
  if (!members.has(owner)) return refuse('bad-input', { field: 'owner' });
  return [{ kind: 'action.added', action, text, owner, due, item: state.running }];
}

function changeAction(
  state: MeetingState,
  command: Exclude<OutcomeCommand, { kind: 'decision.record' | 'decision.withdraw' | 'action.add' }>,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  const known = changeable(state, command.action, context.actor);
  if (isRefusal(known)) return known;
  switch (command.kind) {
    case 'action.edit': {
      const { text, owner, due } = command;
      if (owner !== known.owner && !context.members.has(owner))
        return refuse('bad-input', { field: 'owner' });
      const same = text === known.text && owner === known.owner && due === known.due;
      return same ? [] : [{ kind: 'action.edited', action: known.id, text, owner, due }];
    }
    case 'action.drop':
      return [{ kind: 'action.dropped', action: known.id }];
    case 'action.complete':
      return known.doneAt === null ? [{ kind: 'action.completed', action: known.id }] : [];
    case 'action.reopen':
      return known.doneAt === null ? [] : [{ kind: 'action.reopened', action: known.id }];
  }
}

/** O2 O3 */
function changeable(state: MeetingState, id: string, actor: string): ActionItem | Refusal {
  const known = state.actions.find((one) => one.id === id);
  if (!known) return refuse('out-of-date');
  return known.owner === actor || known.by === actor || keepsRecord(state, actor)
    ? known
    : refuse('not-yours');
}

/** O2 Q4 */
function keepsRecord(state: MeetingState, person: string): boolean {
  return state.lead.holder === person || hasRole(state, person, 'note-taker');
}
