/**
 * Whose turn it is in the phase that is on.
 *
 * G6 Only those whom the phase names may write or speak; the server holds it.
 * G7 The focus member brings the item. Where a format looks at one challenge over several items, it is whoever brings
 *    the nearest of them at or before this one. While nobody is the focus, everyone may speak.
 * G8 While an item's clock is paused its phase binds nobody, but silent writing stays hidden.
 * G9 A line carries the form its phase asked for; the focus member answers questions.
 */
import { lengthOf } from '../people/typed-text.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type AgendaItem, listedItems, type StartedPhase } from './agenda.ts';
import { type LineForm, type Phase, type PhaseWho, phaseMs } from './phases.ts';
import type { MeetingState } from './state.ts';
import { elapsedMs } from './timebox.ts';

/** The phase that is on: of which item, the how manyth (from 0), and what may come next. */
export type CurrentPhase = {
  item: AgendaItem;
  index: number;
  phase: Phase;
  started: StartedPhase;
  next: Phase | null;
};

/** The most characters of a single sentence, of one silently written line, and how many of those one person may write. */
const SENTENCE_LIMIT = 240;
const SILENT_LIMIT = 1_000;
export const SILENT_LINES = 20;

type Meeting = Pick<MeetingState, 'items' | 'running' | 'lead'>;

/** The phase of the running item, or null: most items have none. */
export function currentPhase({ items, running }: Pick<Meeting, 'items' | 'running'>): CurrentPhase | null {
  if (running === null) return null;
  const item = items.find(({ id }) => id === running);
  const started = item?.course.at(-1);
  const phase = started && item?.run?.phases[started.index];
  if (!item || !started || !phase) return null;
  return { item, index: started.index, phase, started, next: item.run?.phases[started.index + 1] ?? null };
}

/** What is left of the phase in ms; below zero once its time is over. Stands still while the item is paused. */
export function phaseRemainingMs({ item, index, started }: CurrentPhase, now: number): number {
  return phaseMs(item, index) + started.extraMs - (elapsedMs(item.clock, now) - started.fromMs);
}

/** G7: whose challenge or part it is, or null. */
export function focusOf(items: readonly AgendaItem[], item: AgendaItem): string | null {
  if (item.bringer !== null || !item.run?.seat) return item.bringer;
  const before = listedItems(items);
  const here = before.findIndex(({ id }) => id === item.id);
  const nearest = before
    .slice(0, here)
    .findLast(({ run, bringer }) => run?.seat === item.run?.seat && bringer !== null);
  return nearest?.bringer ?? null;
}

/** G6 G8: whether this person may write and speak now. */
export function mayTakePart(meeting: Meeting, person: string): boolean {
  const current = currentPhase(meeting);
  if (!current || current.item.clock.state === 'paused') return true;
  return isNamed(current.phase.who, {
    isFocus: focusOf(meeting.items, current.item) === person,
    hasFocus: focusOf(meeting.items, current.item) !== null,
    leads: meeting.lead.holder === person,
  });
}

type Part = { isFocus: boolean; hasFocus: boolean; leads: boolean };

function isNamed(who: PhaseWho, { isFocus, hasFocus, leads }: Part): boolean {
  switch (who) {
    case 'everyone':
      return true;
    case 'nobody':
      return false;
    case 'facilitator':
      return leads;
    case 'everyone-without-facilitator':
      return isFocus || !leads;
    case 'focus':
    case 'role-holder':
      return isFocus || !hasFocus;
    case 'focus-and-facilitator':
      return isFocus || leads || !hasFocus;
    case 'consultants':
      return !isFocus;
    case 'consultants-without-facilitator':
      return !isFocus && !leads;
  }
}

/** Forms in which nobody speaks aloud. */
export function isSilent({ form }: Phase): boolean {
  return form === 'silent-writing' || form === 'quiet' || form === 'dots';
}

/** G9: the forms this person's line may have now; none for a line like any other. */
export function lineFormsFor(meeting: Meeting, person: string): LineForm[] {
  const current = currentPhase(meeting);
  if (!current) return [];
  const { form } = current.phase;
  const isFocus = focusOf(meeting.items, current.item) === person;
  if (form === 'silent-writing') return ['silent-writing'];
  if (current.item.clock.state === 'paused') return [];
  if (form === 'question') return [isFocus ? 'answer' : 'question'];
  if (form === 'experience-or-idea') return ['experience', 'idea'];
  return form === 'experience' || form === 'idea' || form === 'one-sentence' ? [form] : [];
}

/** G6 G9: why these words cannot be said now, or null; `form` is the one the line will carry. */
export function wordsOutOfTurn(
  meeting: Meeting,
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

/** Why this person does not write or speak now, and when they may again. */
export function whyNot(meeting: Meeting, person: string): string {
  const current = currentPhase(meeting);
  if (!current) return '';
  const isFocus = focusOf(meeting.items, current.item) === person;
  return `${reason(current.phase, isFocus)} ${whenAgain(meeting, current, person)}`;
}

function reason({ who, form, role }: Phase, isFocus: boolean): string {
  if (isFocus && who.startsWith('consultants')) return 'You are listening while the others think aloud.';
  switch (who) {
    case 'nobody':
      return form === 'quiet' ? 'This is a quiet moment for everybody.' : 'Nobody writes just now.';
    case 'facilitator':
      return 'This part is the facilitator’s.';
    case 'role-holder':
      return `This part is the ${role ?? 'speaker'}’s.`;
    case 'focus':
      return 'This part is the focus member’s.';
    case 'focus-and-facilitator':
      return 'This part is the focus member’s and the facilitator’s.';
    default:
      return 'The facilitator holds back in this phase.';
  }
}

function whenAgain(meeting: Meeting, { item, index }: CurrentPhase, person: string): string {
  const isFocus = focusOf(meeting.items, item) === person;
  const part = {
    isFocus,
    hasFocus: focusOf(meeting.items, item) !== null,
    leads: meeting.lead.holder === person,
  };
  const later = item.run?.phases.slice(index + 1).findIndex(({ who }) => isNamed(who, part)) ?? -1;
  if (later === -1) return 'Your turn comes when this item is over.';
  const name = item.run?.phases[index + 1 + later]?.name ?? '';
  return later === 0 ? `Your turn comes next: ${name}.` : `Your turn comes with “${name}”.`;
}
