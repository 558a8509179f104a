import type { MemberCommand } from '#app/domain/meeting/commands.ts';

/** The words a command carries, for its author to read and to copy; for one without words, what it was about. */
export function wordsOf(command: MemberCommand): string {
  if ('text' in command) return command.text;
  if ('help' in command) return [command.title, command.help].filter(Boolean).join('\n\n');
  return otherwise[command.kind] ?? 'A change';
}

const otherwise: Partial<Record<MemberCommand['kind'], string>> = {
  'message.retract': 'Taking a line back',
  'decision.withdraw': 'Taking a decision off the list',
  'action.drop': 'Taking an action item off the list',
  'action.complete': 'Ticking an action item off',
  'action.reopen': 'Opening an action item again',
};
