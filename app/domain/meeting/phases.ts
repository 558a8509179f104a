/**
 * Phases: who may write and speak, in which form, for how long. What an item of a format runs through; how a format's
 * step comes to its phases stands in format-phases.ts.
 *
 * G4 An item whose minutes were changed runs its phases in the same proportion.
 */
import { type MeetingRole, roleNamed } from './roles.ts';

/** Who may write and speak. `role-holder`: whoever has one of the phase's roles, see turn.ts. */
export type PhaseWho =
  | 'everyone'
  | 'focus'
  | 'focus-and-facilitator'
  | 'consultants'
  | 'consultants-without-facilitator'
  | 'everyone-without-facilitator'
  | 'facilitator'
  | 'role-holder'
  | 'nobody';

/** What is wanted. `pledges`: one asks in turn, and all others answer in writing. Only some of them put a form on a line, see `lineForms`. */
export type PhaseForm =
  | 'any'
  | 'question'
  | 'experience'
  | 'idea'
  | 'experience-or-idea'
  | 'one-sentence'
  | 'silent-writing'
  | 'reading'
  | 'pledges'
  | 'dots'
  | 'round'
  | 'one-at-a-time'
  | 'pairs'
  | 'quiet';

/** The form a line was written in, as it stands in the record. */
export const lineForms = [
  'question',
  'answer',
  'experience',
  'idea',
  'one-sentence',
  'silent-writing',
] as const;
export type LineForm = (typeof lineForms)[number];

/** How turns go in a phase: everybody once, one after the other, or whoever has the floor, uninterrupted. */
export type PhaseTurns = 'round' | 'one-at-a-time';

/**
 * One phase. `ms` is its length as the format plans it. `roles`: whose phase it is, where it is a role's. `turns` where
 * its form does not say so already. (`role`: what logs have that were written before roles could be given.)
 */
export type Phase = {
  name: string;
  ms: number;
  who: PhaseWho;
  form: PhaseForm;
  turns?: PhaseTurns;
  roles?: readonly MeetingRole[];
  role?: string;
};

/** How turns go in this phase, or null where anybody whom it names may write and speak at any time. */
export function turnsOf({ form, turns }: Phase): PhaseTurns | null {
  if (turns) return turns;
  return form === 'round' || form === 'one-at-a-time' ? form : null;
}

/** The roles whose phase it is. */
export function rolesOfPhase({ roles, role }: Phase): readonly MeetingRole[] {
  const known = role === undefined ? null : roleNamed(role);
  return roles ?? (known ? [known] : []);
}

/**
 * How an item of a format runs. `seat` joins the items in which one and the same member is the focus; null where an
 * item stands for itself. `forTopics`: it is time set aside for topics (topic-time.ts), so many minutes for each; older
 * logs say only that it is.
 */
export type ItemRun = { seat: string | null; phases: Phase[]; forTopics?: number | true };

const minute = 60_000;

/** G4: how long a phase of this item lasts, in ms, without what it was extended by. */
export function phaseMs(item: { minutes: number; run: ItemRun | null }, index: number): number {
  const phases = item.run?.phases ?? [];
  const planned = phases.reduce((sum, { ms }) => sum + ms, 0);
  return planned === 0 ? 0 : Math.round(((phases[index]?.ms ?? 0) * item.minutes * minute) / planned);
}
