import { levels, priorities } from '#app/domain/people/offers-and-asks.ts';
import { Field } from '#app/ui/field.tsx';
import type { FormState } from '../circle/use-fault.ts';

type NumberFieldProps = { state: FormState; prefix: string; value: number };

const levelOptions = Object.entries(levels).map(([value, { name, meaning }]) => ({
  value,
  label: `${name}: ${meaning}`,
}));
const leastOptions = Object.entries(levels).map(([value, { name }]) => ({ value, label: `${name} or more` }));
const priorityOptions = Object.entries(priorities).map(([value, { name }]) => ({ value, label: name }));

/** How well one knows what one offers. */
export function LevelField({ state, prefix, value }: NumberFieldProps) {
  return (
    <Field
      as="select"
      label="How well"
      name="level"
      id={`${prefix}level`}
      options={levelOptions}
      defaultValue={state.value('level', String(value))}
      error={state.error('level')}
    />
  );
}

/** How well somebody should know it to help. */
export function LeastLevelField({ state, prefix, value }: NumberFieldProps) {
  return (
    <Field
      as="select"
      label="From somebody who has"
      name="leastLevel"
      id={`${prefix}leastLevel`}
      options={leastOptions}
      defaultValue={state.value('leastLevel', String(value))}
      error={state.error('leastLevel')}
    />
  );
}

/** How much it matters now. */
export function PriorityField({ state, prefix, value }: NumberFieldProps) {
  return (
    <Field
      as="select"
      label="When"
      name="priority"
      id={`${prefix}priority`}
      options={priorityOptions}
      defaultValue={state.value('priority', String(value))}
      error={state.error('priority')}
    />
  );
}

type TopicFieldProps = { state: FormState; prefix: string; value: string; hint?: string };

/** What it is about, with suggestions from the page's list of topics. */
export function TopicField({ state, prefix, value, hint }: TopicFieldProps) {
  return (
    <Field
      label="Topic"
      name="topic"
      id={`${prefix}topic`}
      hint={hint}
      list="topics"
      required
      maxLength={80}
      autoComplete="off"
      defaultValue={state.value('topic', value)}
      error={state.error('topic')}
    />
  );
}
