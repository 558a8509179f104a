import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field } from '#app/ui/field.tsx';
import { useFormState } from '../circle/use-fault.ts';

/** Another name for the group. */
export function RenameForm({ name }: { name: string }) {
  const state = useFormState('group.rename');

  return (
    <Disclosure summary="Change the group’s name" open={state.errors.length > 0 || undefined}>
      <Form method="post" className="flex flex-wrap items-end gap-3" noValidate>
        <input type="hidden" name="intent" value="group.rename" />
        <Field
          label="Name"
          name="name"
          required
          maxLength={80}
          className="min-w-56 flex-1"
          defaultValue={state.value('name', name)}
          error={state.error('name')}
        />
        <Button pending={state.pending} pendingLabel="Saving">
          Save
        </Button>
      </Form>
    </Disclosure>
  );
}
