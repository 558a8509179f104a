/** What somebody is told whose turn it is not, and what does not fit the form a phase asks for. */
import { lengthOf } from '../people/typed-text.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type LineForm, type Phase, rolesOfPhase } from './phases.ts';
import {
  type CurrentPhase,
  currentPhase,
  focusOf,
  isAsked,
  isNamed,
  isVoting,
  mayTakePart,
  type TurnState,
} from './turn.ts';

/** The most characters of a single sentence, and of one silently written line. */
const SENTENCE_LIMIT = 240;
const SILENT_LIMIT = 1_000;

type NameOf = (person: string) => string;

/** G6 G9: why these words cannot be said now, or null; `form` is the one the line will carry. */
export function wordsOutOfTurn(
  meeting: TurnState,
  person: string,
  { text, form }: { text: string; form: LineForm | null },
): Refusal | null {
  if (!mayTakePart(meeting, person)) return refuse('not-your-turn', { message: whyNot(meeting, person) });
  const message = misfit(text, form);
  return message === null ? null : refuse('bad-input', { message, field: 'text' });
}

const questionMark = /[?？؟;⁇]/;

/** What does not fit the form, in plain words, or null. */
export function misfit(text: string, form: LineForm | null): string | null {
  if (form === null) return null;
  if (form === 'question' && !questionMark.test(text))
    return 'This phase is for questions only. Make it a question, with a question mark.';
  if (form === 'one-sentence' && (lengthOf(text) > SENTENCE_LIMIT || text.includes('\n')))
    return `This phase is for one sentence each: at most ${SENTENCE_LIMIT} characters, in one line.`;
  if (form === 'silent-writing' && lengthOf(text) > SILENT_LIMIT)
    return `Please keep what you write in silence to ${SILENT_LIMIT} characters a line.`;
  return null;
}

/** Why this person does not write now, who does, and when they may again. `nameOf`: where names are known. */
export function whyNot(meeting: TurnState, person: string, nameOf?: NameOf): string {
  const current = currentPhase(meeting);
  if (!current) return '';
  const leads = meeting.lead.holder === person;
  if (isVoting(meeting))
    return `We place our dots in silence. We write again when ${leads ? 'you move' : 'the facilitator moves'} on.`;
  if (isAsked(meeting, person)) return waiting(meeting, person, nameOf);
  const isFocus = focusOf(meeting.items, current.item) === person;
  return `${reason(current.phase, isFocus)} ${whenAgain(meeting, current, person)}`;
}

/** G10 G11: somebody else has the turn. */
function waiting(
  { floor: { holder, round } }: TurnState,
  person: string,
  nameOf: NameOf = () => 'Somebody else',
) {
  const who = `${holder ? nameOf(holder.person) : 'Somebody else'} has the turn.`;
  if (!round) return `${who} You can write when it is over.`;
  const before = round.waiting.indexOf(person);
  if (before === -1) return `${who} Everybody writes again when the round is over.`;
  return `${who} ${before === 0 ? 'You are next.' : `You come after ${before} more.`}`;
}

function reason(phase: Phase, isFocus: boolean): string {
  const { who, form, role } = phase;
  if (isFocus && who.startsWith('consultants')) return 'You are listening while the others think aloud.';
  switch (who) {
    case 'nobody':
      return form === 'quiet' ? 'This is a quiet moment for everybody.' : 'Nobody writes just now.';
    case 'facilitator':
      return 'This part is the facilitator’s.';
    case 'role-holder':
      return `This part is the ${rolesOfPhase(phase).join('’s and the ') || role || 'speaker'}’s.`;
    case 'focus':
      return 'This part is the focus member’s.';
    case 'focus-and-facilitator':
      return 'This part is the focus member’s and the facilitator’s.';
    default:
      // Nobody else is left out by these.
      return 'You lead, and hold back in this phase.';
  }
}

function whenAgain(meeting: TurnState, current: CurrentPhase, person: string): string {
  const { item, index } = current;
  const later = item.run?.phases.slice(index + 1) ?? [];
  const next = later.findIndex((phase) => isNamed(meeting, current, phase, person));
  if (next === -1) return 'Your turn comes when this item is over.';
  const name = later[next]?.name ?? '';
  return next === 0 ? `Your turn comes next: ${name}.` : `Your turn comes with “${name}”.`;
}
