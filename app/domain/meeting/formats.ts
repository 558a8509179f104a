/** The meeting formats to start an agenda from: their steps become agenda items. Data: formats.json. */
import type { ItemDraft, ItemKind } from './agenda.ts';
import data from './formats.json' with { type: 'json' };

export type FormatStep = { name: string; minutes: number; who: string; says: string };
export type MeetingFormat = {
  id: string;
  name: string;
  basedOn: string;
  groupSize: string;
  minutes: number;
  steps: FormatStep[];
};

/** All formats, as the data lists them. */
export const formats: readonly MeetingFormat[] = data.templates.map((template) => ({
  id: template.id,
  name: template.name,
  basedOn: template.based_on,
  groupSize: template.group_size,
  minutes: template.total_minutes,
  steps: template.steps,
}));

export function findFormat(id: string): MeetingFormat | undefined {
  return formats.find((format) => format.id === id);
}

/** A format's steps as agenda items that nobody brings yet. */
export function itemsOfFormat(format: MeetingFormat): ItemDraft[] {
  return format.steps.map((step, index) => ({
    title: step.name,
    itemKind: kindOf(step, index, format.steps.length),
    minutes: step.minutes,
    bringer: null,
    help: '',
  }));
}

/** The most steps any format has: how many item ids a form must bring along. */
export const MOST_STEPS = Math.max(...formats.map((format) => format.steps.length));

function kindOf(step: FormatStep, index: number, count: number): ItemKind {
  if (step.who === 'focus member') return 'hot-seat';
  if (index === 0) return 'check-in';
  return index === count - 1 ? 'closing' : 'fixed';
}
