import type { ReactNode } from 'react';
import { type ItemDraft, itemKinds } from '#app/domain/meeting/agenda.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field } from '#app/ui/field.tsx';
import type { FormState } from '../circle/use-fault.ts';
import { kinds } from './kind-words.ts';
import type { Agenda } from './use-agenda.ts';

type ItemFieldsProps = { agenda: Agenda; state: FormState; prefix: string; values: ItemDraft };

type DetailFieldsProps = ItemFieldsProps & {
  /** What is chosen here falls when somebody else chooses: it was chosen over what stood there. */
  follows?: boolean;
};

/** What an item is called: the one field that has to be filled in. */
export function TitleField({
  state,
  prefix,
  values,
  hint,
}: Omit<ItemFieldsProps, 'agenda'> & { hint?: ReactNode }) {
  return (
    <Field
      label="Title"
      name="title"
      id={`${prefix}title`}
      hint={hint}
      defaultValue={state.value('title', values.title)}
      error={state.error('title')}
      required
      autoComplete="off"
    />
  );
}

/** Everything else about an item. */
export function DetailFields({ agenda, state, prefix, values, follows = false }: DetailFieldsProps) {
  const over = (stood: string | number | null) => (follows ? stood : undefined);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          key={over(values.itemKind)}
          as="select"
          label="Kind"
          name="itemKind"
          id={`${prefix}itemKind`}
          options={itemKinds.map((kind) => ({
            value: kind,
            label: `${kinds[kind].label}: ${kinds[kind].hint}`,
          }))}
          defaultValue={state.value('itemKind', values.itemKind)}
          error={state.error('itemKind')}
        />
        <Field
          key={over(values.minutes)}
          label="Minutes"
          name="minutes"
          id={`${prefix}minutes`}
          type="number"
          min={1}
          max={120}
          inputMode="numeric"
          defaultValue={state.value('minutes', String(values.minutes))}
          error={state.error('minutes')}
        />
      </div>
      <Field
        key={over(values.bringer)}
        as="select"
        label="Who brings it"
        name="bringer"
        id={`${prefix}bringer`}
        placeholder="Nobody yet"
        options={bringersOf(agenda, values.bringer)}
        defaultValue={state.value('bringer', values.bringer ?? '')}
        error={state.error('bringer')}
      />
      <Field
        as="textarea"
        label="What help is wanted"
        name="help"
        id={`${prefix}help`}
        optional
        rows={2}
        hint="For example “How would you tell the sponsor?”"
        defaultValue={state.value('help', values.help)}
        error={state.error('help')}
      />
    </>
  );
}

/** The same, shut until somebody wants it or a fault lies in it. */
export function DetailsOnDemand(props: ItemFieldsProps) {
  const isFaulty = ['itemKind', 'minutes', 'bringer', 'help'].some((name) => props.state.error(name));

  return (
    <Disclosure summary="Minutes, kind, who brings it, help wanted" open={isFaulty || undefined}>
      <div className="flex flex-col gap-4">
        <DetailFields {...props} />
      </div>
    </Disclosure>
  );
}

/** The members, and whoever brings it now even if they have left. */
function bringersOf({ people, me, nameOf }: Agenda, bringer: string | null) {
  const others = people.filter(({ id }) => id !== me).map(({ id }) => id);
  const gone = bringer !== null && bringer !== me && !others.includes(bringer) ? [bringer] : [];
  return [me, ...others, ...gone].map((id) => ({ value: id, label: nameOf(id) }));
}
