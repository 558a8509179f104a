import { Form } from '@remix-run/react';
import { refusalInWords } from '#app/domain/circle/rule-words.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DataList } from '#app/ui/data-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { NameAndPurpose, SizeAndZone } from './circle-fields.tsx';
import type { CircleFacts } from './circle-model.ts';
import { SavedNotice } from './saved-notice.tsx';
import { useFormState } from './use-fault.ts';

/** Name and purpose: everybody's. */
export function DescribeForm({ circle, isSaved }: { circle: CircleFacts; isSaved: boolean }) {
  const state = useFormState('circle.describe', 'describe-');

  return (
    <Card id="circle.describe" title="Name and purpose">
      <p className="text-ink-soft">Any member may change these.</p>
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <SavedNotice isSaved={isSaved} />
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="circle.describe" />
        <NameAndPurpose state={state} prefix="describe-" values={circle} />
        <div>
          <Button pending={state.pending} pendingLabel="Saving">
            Save name and purpose
          </Button>
        </div>
      </Form>
    </Card>
  );
}

type ArrangeFormProps = {
  circle: CircleFacts;
  members: number;
  may: boolean;
  timeZones: readonly string[];
  isSaved: boolean;
};

/** Size and time zone: for whoever may plan; the others read them. */
export function ArrangeForm({ circle, members, may, timeZones, isSaved }: ArrangeFormProps) {
  const state = useFormState('circle.arrange', 'arrange-');
  if (!may)
    return (
      <Card title="Size and time zone">
        <DataList
          items={[
            { label: 'Room for', value: `${circle.sizeLimit} members` },
            { label: 'Time zone', value: circle.timeZone.replaceAll('_', ' ') },
          ]}
        />
        <p className="text-ink-soft">{refusalInWords('plan')}</p>
      </Card>
    );

  return (
    <Card id="circle.arrange" title="Size and time zone">
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <SavedNotice isSaved={isSaved} />
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="circle.arrange" />
        <SizeAndZone
          state={state}
          prefix="arrange-"
          values={circle}
          members={members}
          timeZones={timeZones}
        />
        <p className="text-sm text-ink-soft">
          A new time zone holds for the next season you plan. Meetings that stand already keep their hour.
        </p>
        <div>
          <Button pending={state.pending} pendingLabel="Saving">
            Save size and time zone
          </Button>
        </div>
      </Form>
    </Card>
  );
}
