import {
  type LineForm,
  type Phase,
  type PhaseForm,
  type PhaseWho,
  rolesOfPhase,
  turnsOf,
} from '#app/domain/meeting/phases.ts';

const wanted: Readonly<Record<PhaseForm, string>> = {
  any: '',
  question: 'questions only',
  experience: 'own experience, no advice',
  idea: 'ideas, thinking aloud',
  'experience-or-idea': 'experiences and ideas, one each',
  'one-sentence': 'one sentence each',
  'silent-writing': 'write in silence, nobody sees it yet',
  reading: 'read, then talk about it',
  pledges: 'one asks in turn, all others write what they pledge',
  dots: 'place your dots',
  round: 'in turn',
  'one-at-a-time': 'one at a time, uninterrupted',
  pairs: 'talk in twos',
  quiet: 'a quiet moment, nobody writes',
};

/** What a phase asks for, or nothing in particular. `isRoundOver`: everybody has had their turn in it. */
export function wantedWords(phase: Phase, isRoundOver = false): string {
  const words = wanted[phase.form];
  if (turnsOf(phase) !== 'round' || phase.form === 'pledges') return words;
  const asks = phase.form === 'round' ? [] : [words];
  return [...asks, isRoundOver ? 'the round is over, write as you like' : 'in turn'].join(', ');
}

/** What the empty composer says: the kind of line that is wanted. */
export const invitations: Readonly<Partial<Record<LineForm, string>>> = {
  question: 'Ask a question',
  answer: 'Answer',
  experience: 'Tell what you have lived through',
  idea: 'Offer an idea',
  'one-sentence': 'Say it in one sentence',
  'silent-writing': 'Write for yourself; it is shown to all later',
};

/** Who may write and speak; `focus` is the focus member's name, "you" for the reader, or null; `holders` of its roles. */
export function whoWords(phase: Phase, focus: string | null, holders: readonly string[] = []): string {
  const { who } = phase;
  const roles = rolesOfPhase(phase).join(' or ') || phase.role || 'speaker';
  const seat = focus ?? 'everyone, until somebody takes the hot seat';
  const words: Record<PhaseWho, string> = {
    everyone: 'everyone',
    // The form says it.
    nobody: '',
    facilitator: 'the facilitator',
    focus: focus === null ? seat : `${seat} only`,
    'focus-and-facilitator': focus === null ? seat : `${seat} and the facilitator`,
    'role-holder':
      holders.length === 0
        ? `everyone, until somebody is the ${roles}`
        : `${holders.join(' and ')}, as ${roles}`,
    consultants: focus === null ? 'everyone' : `everyone but ${focus}`,
    'consultants-without-facilitator':
      focus === null ? 'everyone but the facilitator' : `everyone but ${focus} and the facilitator`,
    'everyone-without-facilitator': 'everyone but the facilitator',
  };
  return words[who];
}

/** Whether a phase turns on the focus member. */
export function needsFocus({ who }: Phase): boolean {
  return who.startsWith('focus') || who.startsWith('consultants');
}
