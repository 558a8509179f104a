import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { useFormState } from '../circle/use-fault.ts';

/** Naming a group: one answer, then its page. */
export function NewGroup({ id }: { id: string }) {
  const state = useFormState('group.make');

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={{ to: '/today', label: 'Today' }}
        title="Make a group"
        lead="A chapter, a meetup, a company’s project office: the community that your circles belong to."
      />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="group.make" />
        <input type="hidden" name="id" value={id} />
        <Field
          label="Name"
          name="name"
          required
          maxLength={80}
          autoComplete="organization"
          defaultValue={state.value('name', '')}
          error={state.error('name')}
        />
        <div>
          <Button kind="primary" pending={state.pending} pendingLabel="Making the group">
            Make the group
          </Button>
        </div>
      </Form>
    </div>
  );
}
