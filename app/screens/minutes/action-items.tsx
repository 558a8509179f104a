import { Form } from '@remix-run/react';
import Check from 'lucide-react/icons/check';
import Undo2 from 'lucide-react/icons/undo-2';
import { sayDate } from '#app/domain/calendar/say-date.ts';
import type { ActionItem } from '#app/domain/meeting/state.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { classNames } from '#app/ui/class-names.ts';
import type { MinutesPageProps } from './minutes-page.tsx';

type ActionItemsProps = Pick<MinutesPageProps, 'minutes' | 'readerId' | 'commandId'> & {
  nameOf: (person: string) => string;
};

/** Who does what by when; the owner and the author tick it off here, also weeks later. */
export function ActionItems({ minutes, readerId, commandId, nameOf }: ActionItemsProps) {
  return (
    <Card title="Action items" level={2}>
      {minutes.actions.length === 0 ? (
        <p className="text-ink-soft">No action items were written down.</p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {minutes.actions.map((action) => (
          <li
            key={action.id}
            id={`action-${action.id}`}
            className="target:bg-accent-soft data-arrived:bg-accent-soft flex flex-wrap items-center justify-between gap-3 py-3"
          >
            <span className="min-w-0 max-w-text">
              <span
                className={classNames(
                  'in-its-direction block',
                  action.doneAt !== null && 'text-ink-soft line-through',
                )}
              >
                {action.text}
              </span>
              <span className="block text-sm text-ink-soft">
                {nameOf(action.owner)}
                {action.due ? `, by ${sayDate(action.due)}` : ''}
              </span>
            </span>
            <Standing
              action={action}
              mine={[action.owner, action.by].includes(readerId)}
              commandId={commandId}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type StandingProps = { action: ActionItem; mine: boolean; commandId: string };

function Standing({ action, mine, commandId }: StandingProps) {
  const done = action.doneAt !== null;
  if (!mine) return done ? <Badge kind="good">Done</Badge> : <Badge>Open</Badge>;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="action" value={action.id} />
      <input type="hidden" name="from" value="minutes" />
      <input type="hidden" name="intent" value={done ? 'action.reopen' : 'action.complete'} />
      <Button
        size="small"
        icon={done ? Undo2 : Check}
        aria-label={`${done ? 'Not done yet' : 'Done'}: ${action.text}`}
      >
        {done ? 'Not done yet' : 'Done'}
      </Button>
    </Form>
  );
}
