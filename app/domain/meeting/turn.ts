/**
 * Whose turn it is in the phase that is on.
 *
 * G6 Only those whom the phase names may write or speak; the server holds it.
 * G7 The focus member brings the item. Where a format looks at one challenge over several items, it is whoever brings
 *    the nearest of them at or before this one. While nobody is the focus, everyone may speak.
 * G8 While an item's clock is paused its phase binds nobody, but silent writing stays hidden.
 * G9 A line carries the form its phase asked for, also once it is changed; the focus member answers questions.
 * G10 A phase that goes round begins a round of everybody it names, in ring order. Until that is over only whoever has the
 *    floor writes; once it is over, everybody whom the phase names may. Pledges are answers: they may be written meanwhile.
 * G11 Where one speaks at a time, nobody else writes while somebody has the floor.
 * G13 Dots are placed in silence: nobody writes meanwhile.
 * G12 One sentence each is one line each; whoever takes theirs back may say another.
 */
import { type AgendaItem, listedItems, type StartedPhase } from './agenda.ts';
import { type LineForm, type Phase, phaseMs, rolesOfPhase, turnsOf } from './phases.ts';
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

/** How many silently written lines one person may write. */
export const SILENT_LINES = 20;

export type TurnState = Pick<MeetingState, 'items' | 'running' | 'lead' | 'roles' | 'floor'>;

/** The phase of the running item, or null: most items have none. */
export function currentPhase({ items, running }: Pick<TurnState, 'items' | 'running'>): CurrentPhase | null {
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

/** G6 G8 G10 G11: whether this person may write now. */
export function mayTakePart(meeting: TurnState, person: string): boolean {
  return isAsked(meeting, person) && !isVoting(meeting) && !waitsForTurn(meeting, person);
}

/** G6 G8: whether the phase that is on names this person; they may ask for the floor, and have it. */
export function isAsked(meeting: TurnState, person: string): boolean {
  const current = currentPhase(meeting);
  if (!current || current.item.clock.state === 'paused') return true;
  return isNamed(meeting, current, current.phase, person);
}

/** G13: whether dots are being placed, in silence. */
export function isVoting(meeting: TurnState): boolean {
  const current = currentPhase(meeting);
  return current?.phase.form === 'dots' && current.item.clock.state !== 'paused';
}

/** G10 G11: whether somebody else has the turn that this person would need to write. */
function waitsForTurn(meeting: TurnState, person: string): boolean {
  const { floor } = meeting;
  const current = currentPhase(meeting);
  const turns = current && current.item.clock.state !== 'paused' ? turnsOf(current.phase) : null;
  if (turns === null || current?.phase.form === 'pledges' || floor.holder?.person === person) return false;
  return turns === 'round' ? floor.round !== null : floor.holder !== null;
}

/** G6 G7: whether a phase of the running item, this one or a later one, names this person. */
export function isNamed(meeting: TurnState, { item }: CurrentPhase, phase: Phase, person: string): boolean {
  const focus = focusOf(meeting.items, item);
  const isFocus = focus === person;
  const leads = meeting.lead.holder === person;
  switch (phase.who) {
    case 'everyone':
      return true;
    case 'nobody':
      return false;
    case 'facilitator':
      return leads;
    case 'everyone-without-facilitator':
      return isFocus || !leads;
    case 'focus':
      return isFocus || focus === null;
    case 'role-holder': {
      const holders = holdersOf(meeting, item, phase);
      return holders.length === 0 || holders.includes(person);
    }
    case 'focus-and-facilitator':
      return isFocus || leads || focus === null;
    case 'consultants':
      return !isFocus;
    case 'consultants-without-facilitator':
      return !isFocus && !leads;
  }
}

/** Q3: whose a role's phase is: whoever brings the item, or those who have the roles; empty while nobody does. */
export function holdersOf({ roles }: Pick<TurnState, 'roles'>, item: AgendaItem, phase: Phase): string[] {
  if (item.bringer !== null) return [item.bringer];
  const holders = rolesOfPhase(phase).map((role) => roles[role]);
  return [...new Set(holders.filter((person) => person !== undefined))];
}

/** Forms in which nobody speaks aloud. */
export function isSilent({ form }: Phase): boolean {
  return form === 'silent-writing' || form === 'quiet' || form === 'dots';
}

/** G9: the forms this person's line may have now; none for a line like any other. */
export function lineFormsFor(meeting: TurnState, person: string): LineForm[] {
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

/** G12: whether this person has said their one sentence in the phase that is on. */
export function hasSaidTheirs(
  meeting: Pick<MeetingState, 'items' | 'running' | 'messages'>,
  person: string,
): boolean {
  const since = currentPhase(meeting)?.started.since;
  if (since === undefined) return false;
  return meeting.messages.some(
    ({ author, form, text, version }) =>
      version > since && author === person && form === 'one-sentence' && text !== null,
  );
}
