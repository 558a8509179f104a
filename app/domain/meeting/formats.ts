/** The meeting formats to start an agenda from: their steps become agenda items. Data: formats.json. */
import type { ItemDraft, ItemKind } from './agenda.ts';
import { runOfStep } from './format-phases.ts';
import data from './formats.json' with { type: 'json' };
import type { ItemRun } from './phases.ts';
import { type MeetingRole, roleNamed } from './roles.ts';

/** `topics`: the step is time set aside for topics, so many minutes for each. */
export type FormatStep = { name: string; minutes: number; who: string; says: string; topics?: number };
/** What one seat of a format runs through, again and again. */
export type FormatRound = { steps: { name: string; minutes: number; says: string }[] };
export type MeetingFormat = {
  id: string;
  name: string;
  basedOn: string;
  groupSize: string;
  minutes: number;
  steps: FormatStep[];
  round: FormatRound | null;
  /** The roles it has besides the facilitator and whoever has the hot seat. */
  roles: readonly MeetingRole[];
  /** What the room does in it, and what members agree to by choosing it, in plain words. */
  rules: string[];
};

/** All formats, as the data lists them. */
export const formats: readonly MeetingFormat[] = data.templates.map((template) => ({
  id: template.id,
  name: template.name,
  basedOn: template.based_on,
  groupSize: template.group_size,
  minutes: template.total_minutes,
  steps: template.steps.map((step) => ({ ...step, name: plainName(step.name) })),
  round: template.repeat,
  roles: template.roles.map(roleNamed).filter((role) => role !== null),
  rules: template.rules,
}));

export function findFormat(id: string): MeetingFormat | undefined {
  return formats.find((format) => format.id === id);
}

/** A format's steps as agenda items that nobody brings yet, each with how it runs. */
export function itemsOfFormat(format: MeetingFormat): (ItemDraft & { run: ItemRun })[] {
  return format.steps.map((step, index) => ({
    title: step.name,
    itemKind: kindOf(step, index, format.steps.length),
    minutes: step.minutes,
    bringer: null,
    help: '',
    run: { ...runOfStep(format, step), ...(step.topics && { forTopics: step.topics }) },
  }));
}

/** The most steps any format has: how many item ids a form must bring along. */
export const MOST_STEPS = Math.max(...formats.map((format) => format.steps.length));

/** A step's name without what the room does in its own way: repeats run as phases, dots and thumbs as V- and T-rules say. */
function plainName(name: string): string {
  return name.replace(/ \((?:see repeat|\d+ votes each)\)$|: \d+ min, thumbs vote;.*$/, '');
}

function kindOf(step: FormatStep, index: number, count: number): ItemKind {
  if (step.who === 'focus member') return 'hot-seat';
  // Writing topics or casting roles comes first too, and tells nobody how everyone is.
  if (index === 0 && step.says === 'round') return 'check-in';
  return index === count - 1 ? 'closing' : 'fixed';
}
