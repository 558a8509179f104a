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

type Whose = {
  /** The focus member's name, "you" for the reader, or null. */
  focus: string | null;
  /** Those who have its roles. */
  holders?: readonly string[];
  /** Whether the reader is the facilitator. */
  leads?: boolean;
};

/** Who may write and speak. */
export function whoWords(phase: Phase, { focus, holders = [], leads = false }: Whose): string {
  const { who } = phase;
  const lead = leads ? 'you' : 'the facilitator';
  const both = focus === 'you' && leads ? 'you' : `${focus} and ${lead}`;
  const roles = rolesOfPhase(phase).join(' or ') || phase.role || 'speaker';
  const seat = focus ?? 'everyone, until somebody takes the hot seat';
  const words: Record<PhaseWho, string> = {
    everyone: 'everyone',
    // The form says it.
    nobody: '',
    facilitator: lead,
    focus: focus === null ? seat : `${seat} only`,
    'focus-and-facilitator': focus === null ? seat : both,
    'role-holder':
      holders.length === 0
        ? `everyone, until somebody is the ${roles}`
        : `${holders.join(' and ')}, as ${roles}`,
    consultants: focus === null ? 'everyone' : `everyone but ${focus}`,
    'consultants-without-facilitator': focus === null ? `everyone but ${lead}` : `everyone but ${both}`,
    'everyone-without-facilitator': `everyone but ${lead}`,
  };
  return words[who];
}

/** Whether a phase turns on the focus member. */
export function needsFocus({ who }: Phase): boolean {
  return who.startsWith('focus') || who.startsWith('consultants');
}
