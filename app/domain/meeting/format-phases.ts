/**
 * How a format's step becomes phases: the meaning of the data's words.
 *
 * G1 Every step of every format comes to at least one phase, and its phases add up to its minutes.
 * G2 A seat runs through its format's own round, in proportion to the step's minutes; where a format names none, its
 *    seats run like the one-hour hot seat.
 * G3 Silent writing is followed by a phase in which everybody reads: going there reveals what was written.
 * G5 Words of the data that nobody has given a meaning are a fault, not a guess.
 * Source: the meeting formats (formats.json); the seat of the one-hour hot seat, 5, 8, 22 and 5 minutes.
 */
import type { FormatRound, FormatStep, MeetingFormat } from './formats.ts';
import type { ItemRun, Phase, PhaseForm, PhaseWho } from './phases.ts';
import { type MeetingRole, roleNamed } from './roles.ts';

const minute = 60_000;
const reading = 'Read what everyone wrote';

type Meaning = { who: PhaseWho; form: PhaseForm; roles?: readonly MeetingRole[] };

/** G5: what the data says about who speaks and how. */
const meanings: Readonly<Record<string, Meaning>> = {
  open: { who: 'everyone', form: 'any' },
  '-': { who: 'everyone', form: 'any' },
  round: { who: 'everyone', form: 'round' },
  'one at a time': { who: 'everyone', form: 'one-at-a-time' },
  'one sentence each': { who: 'everyone', form: 'one-sentence' },
  pairs: { who: 'everyone', form: 'pairs' },
  silent: { who: 'everyone', form: 'silent-writing' },
  nobody: { who: 'nobody', form: 'quiet' },
  'focus only': { who: 'focus', form: 'any' },
  'focus + facilitator': { who: 'focus-and-facilitator', form: 'any' },
  'questions only': { who: 'everyone', form: 'question' },
  'consultants only': { who: 'consultants', form: 'idea' },
  facilitator: { who: 'facilitator', form: 'any' },
  coach: { who: 'role-holder', form: 'any', roles: ['coach'] },
  evaluator: { who: 'role-holder', form: 'any', roles: ['evaluator'] },
  scribe: { who: 'role-holder', form: 'any', roles: ['note-taker'] },
  reports: { who: 'role-holder', form: 'any', roles: ['timekeeper', 'observer'] },
};

/** Steps whose name says more than their column does; whether they go in turn, the column still tells. */
const nameTells: readonly (Meaning & { name: RegExp })[] = [
  { name: /^Dot vote/, who: 'everyone', form: 'dots' },
  { name: /others pledge/, who: 'everyone', form: 'pledges' },
  { name: /silent reflection$/, who: 'nobody', form: 'quiet' },
  { name: /experience shares/, who: 'everyone', form: 'experience' },
  { name: /experiences and ideas/i, who: 'consultants', form: 'experience-or-idea' },
];

/** Who a step may be for, besides the roles. */
const people: ReadonlySet<string> = new Set(['everyone', 'focus member', 'consultants', 'facilitator']);

/** Formats that look at one member's challenge over several steps. */
const oneSeat: ReadonlySet<string> = new Set(['hot-seat-60', 'forum-virtual-120', 'case-consult']);
/** Formats in which the facilitator neither asks nor advises. */
const facilitatorHoldsBack: ReadonlySet<string> = new Set(['question-set', 'case-consult']);

const hotSeat: FormatRound = {
  steps: [
    { name: 'The problem', minutes: 5, says: 'focus only' },
    { name: 'Clarifying questions', minutes: 8, says: 'questions only' },
    { name: 'Experiences and ideas', minutes: 22, says: 'round' },
    { name: 'What I take', minutes: 5, says: 'focus only' },
  ],
};

/** How the item that comes from this step runs. Throws where the data says something unknown (G5). */
export function runOfStep(format: MeetingFormat, step: FormatStep): ItemRun {
  if (!people.has(step.who) && roleNamed(step.who) === null)
    throw new Error(`${format.id}: nobody knows who "${step.who}" is`);
  const parts = partsOf(format, step);
  const planned = parts.reduce((sum, part) => sum + part.minutes, 0);
  const phases = parts.flatMap((part) => phasesOfPart(format, part, (step.minutes * minute) / planned));
  return { seat: oneSeat.has(format.id) ? format.id : null, phases };
}

type Part = { name: string; minutes: number; says: string; who?: string };

/** G2 */
function partsOf(format: MeetingFormat, step: FormatStep): Part[] {
  if (step.says === 'phase rules') return (format.round ?? hotSeat).steps;
  if (step.says !== 'silent then round') return [step];
  return [
    { ...step, says: 'silent', minutes: step.minutes / 3 },
    { ...step, says: 'round', minutes: (step.minutes * 2) / 3 },
  ];
}

function phasesOfPart(format: MeetingFormat, part: Part, msPerMinute: number): Phase[] {
  const ms = Math.round(part.minutes * msPerMinute);
  const { form, ...rest } = meaningOf(format, part);
  const phase: Phase = { name: part.name, ms, form, ...rest };
  return form === 'silent-writing' ? withReading(phase) : [phase];
}

function meaningOf(format: MeetingFormat, part: Part): Omit<Phase, 'name' | 'ms'> {
  const said = meanings[part.says];
  if (!said) throw new Error(`${format.id}: nobody knows what "${part.says}" means`);
  const meaning: Meaning = nameTells.find(({ name }) => name.test(part.name)) ?? said;
  const { form, roles } = meaning;
  const goesRound = said.form === 'round' && form !== 'round';
  const who =
    part.who === 'consultants' && meaning.who === 'everyone' && form !== 'question'
      ? 'consultants'
      : meaning.who;
  return {
    form,
    who: facilitatorHoldsBack.has(format.id) ? withoutFacilitator(who, form) : who,
    ...(goesRound && { turns: 'round' }),
    ...(roles && { roles }),
  };
}

function withoutFacilitator(who: PhaseWho, form: PhaseForm): PhaseWho {
  if (who === 'consultants') return 'consultants-without-facilitator';
  return who === 'everyone' && form === 'question' ? 'everyone-without-facilitator' : who;
}

/** G3: reading takes a minute of the time. */
function withReading(writing: Phase): Phase[] {
  const ms = Math.min(minute, Math.floor(writing.ms / 4));
  return [
    { ...writing, ms: writing.ms - ms },
    { name: reading, ms, who: 'everyone', form: 'reading' },
  ];
}
