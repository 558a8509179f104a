import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { SignUpFields } from '../people/account-fields.tsx';

const starts = [
  { value: 'circle', label: 'A circle of my own', hint: 'Four to ten people who mentor each other.' },
  {
    value: 'group',
    label: 'A group with circles',
    hint: 'A chapter, a meetup, a company: you look after several circles.',
  },
];

/** The first run: one page, one account, and what to begin with. */
export function Welcome({ id, timeZones }: { id: string; timeZones: readonly string[] }) {
  const state = useFormState('welcome.set-up');

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        title="Welcome to Rondo"
        lead="Nobody is here yet. Make the first account: you will look after this place."
      />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="welcome.set-up" />
        <input type="hidden" name="id" value={state.value('id', id)} />
        <SignUpFields state={state} timeZones={timeZones} />
        <Choice
          legend="What would you like to begin with?"
          name="start"
          options={starts}
          defaultValue={state.value('start', 'circle')}
          hint="You can have the other later, too."
          error={state.error('start')}
        />
        <div>
          <Button kind="primary" pending={state.pending} pendingLabel="Setting up">
            Begin
          </Button>
        </div>
      </Form>
    </div>
  );
}
