import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { useFormState } from './use-fault.ts';

/** The way out. Nothing forbids it; what it does is said before. */
export function LeaveCard({ name, isLast }: { name: string; isLast: boolean }) {
  const { pending } = useFormState('circle.leave');

  return (
    <Card title="Leave">
      <p>
        From then on you see nothing of {name}, and links you made stop working. What you said stays with the
        others, and the meetings that are planned stand.
      </p>
      {isLast ? <p>You are the last one here: nobody will be able to open this circle again.</p> : null}
      <Disclosure summary="I want to leave">
        <Form method="post" className="flex flex-col items-start gap-3">
          <input type="hidden" name="intent" value="circle.leave" />
          <p className="text-ink-soft">To come back you would need a new invitation.</p>
          <Button kind="danger" pending={pending} pendingLabel="Leaving">
            Leave the circle
          </Button>
        </Form>
      </Disclosure>
    </Card>
  );
}
