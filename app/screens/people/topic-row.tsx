import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { FormState } from '../circle/use-fault.ts';

type TopicFormProps = {
  state: FormState;
  /** The door that stores it. */
  intent: string;
  id: string;
  label: string;
  isMain?: boolean;
  children: ReactNode;
};

/** The form of one offer or ask, new or standing. */
export function TopicForm({ state, intent, id, label, isMain = false, children }: TopicFormProps) {
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate preventScrollReset>
      <ErrorSummary errors={state.errors} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      {children}
      <div>
        <Button kind={isMain ? 'primary' : 'quiet'} pending={state.pending} pendingLabel="Saving">
          {label}
        </Button>
      </div>
    </Form>
  );
}

type TopicRowProps = {
  state: FormState;
  topic: string;
  detail: string;
  id: string;
  /** The door that takes it away. */
  remove: string;
  children: ReactNode;
};

/** One standing offer or ask: a line that opens to change it or take it away. */
export function TopicRow({ state, topic, detail, id, remove, children }: TopicRowProps) {
  return (
    <li>
      <Disclosure summary={topic} detail={detail} open={state.errors.length > 0 || undefined}>
        <div className="flex flex-col gap-4">
          {children}
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value={remove} />
            <input type="hidden" name="id" value={id} />
            <Button kind="plain" size="small">
              Take it away<span className="sr-only">({topic})</span>
            </Button>
          </Form>
        </div>
      </Disclosure>
    </li>
  );
}
