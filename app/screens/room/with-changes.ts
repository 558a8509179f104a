import type { ActionItem } from '#app/domain/meeting/state.ts';
import type { Pending } from '../live/room-state.ts';
import { wordsOf } from '../live/words-of.ts';

/**
 * An action item as its reader has made it, with own changes that are still on their way, and how far the last one is.
 * `leaving`: that it is being taken off the list, in words.
 */
export function withChanges(action: ActionItem, pending: readonly Pending[]) {
  let changed = action;
  let isDone = action.doneAt !== null;
  let leaving: string | null = null;
  let progress: 'sending' | 'waiting' | null = null;
  for (const one of pending) {
    const { command } = one;
    if (!('action' in command) || command.action !== action.id || one.progress === 'refused') continue;
    progress = one.progress;
    if (command.kind === 'action.complete') isDone = true;
    if (command.kind === 'action.reopen') isDone = false;
    if (command.kind === 'action.drop') leaving = wordsOf(command);
    if (command.kind === 'action.edit') {
      const { text, owner, due } = command;
      changed = { ...action, text, owner, due };
    }
  }
  return { action: changed, isDone, leaving, progress };
}
