import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { NameAndPurpose, SizeAndZone } from './circle-fields.tsx';
import { useFormState } from './use-fault.ts';

type NewCircleProps = {
  id: string;
  /** The group it is founded in, if any. */
  group: { id: string; name: string } | null;
  timeZone: string;
  timeZones: readonly string[];
};

/** Founding a circle: four answers, then the circle's own page. */
export function NewCircle({ id, group, timeZone, timeZones }: NewCircleProps) {
  const state = useFormState('circle.found');
  const back = group ? { to: `/groups/${group.id}`, label: group.name } : { to: '/today', label: 'Today' };

  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={back}
        eyebrow={group ? `In ${group.name}` : undefined}
        title="Found a circle"
        lead="You sit down first; then you invite the others. The circle belongs to all of you alike."
      />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="circle.found" />
        <input type="hidden" name="id" value={id} />
        {group ? <input type="hidden" name="groupId" value={group.id} /> : null}
        <NameAndPurpose state={state} values={{ name: '', purpose: '' }} />
        <SizeAndZone state={state} values={{ sizeLimit: 7, timeZone }} members={1} timeZones={timeZones} />
        <div>
          <Button kind="primary" pending={state.pending} pendingLabel="Founding">
            Found the circle
          </Button>
        </div>
      </Form>
    </div>
  );
}
