import { Form } from '@remix-run/react';
import Check from 'lucide-react/icons/check';
import { sayDate } from '#app/domain/calendar/say-date.ts';
import { type Reader, sayAway } from '#app/domain/calendar/say-time.ts';
import type { ActionItemOfMine, AskWithinReach, ItemToPrepare } from '#app/domain/today/today.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

/** What the reader said they would do; one press ticks it off. */
export function MyActionItems({ actions, commandId }: { actions: ActionItemOfMine[]; commandId: string }) {
  return (
    <Card title="My action items" level={2}>
      {actions.length === 0 ? (
        <p className="text-ink-soft">Nothing is waiting. What you promise in a meeting will stand here.</p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {actions.map((action) => (
          <li key={action.id} className="flex items-start justify-between gap-3 py-3">
            <span className="min-w-0">
              {action.text}
              <span className="block text-sm text-ink-soft">
                {action.due_on ? `By ${sayDate(action.due_on)}, ` : ''}
                <TextLink to={`/meetings/${action.meeting_id}/minutes`}>{action.circle_name}</TextLink>
              </span>
            </span>
            <Form method="post" action={`/meetings/${action.meeting_id}/minutes`} preventScrollReset>
              <input type="hidden" name="intent" value="action.complete" />
              <input type="hidden" name="commandId" value={commandId} />
              <input type="hidden" name="action" value={action.id} />
              <input type="hidden" name="from" value="today" />
              <Button size="small" icon={Check} aria-label={`Done: ${action.text}`}>
                Done
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the reader brings to the next meetings. */
export function ItemsToPrepare({ items, reader }: { items: ItemToPrepare[]; reader: Reader }) {
  return (
    <Card title="To prepare" level={2}>
      {items.length === 0 ? (
        <p className="text-ink-soft">
          You bring nothing to the next agenda yet. Is there something you would like help with?
        </p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {items.map(({ id, title, itemKind, meeting }) => (
          <li key={id} className="py-3">
            <TextLink to={`/meetings/${meeting.id}/agenda`}>{title}</TextLink>
            <span className="block text-sm text-ink-soft">
              {itemKind === 'hot-seat' ? 'Your hot seat, ' : ''}
              {meeting.circle.name}, {sayAway(meeting.startsAt, reader)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Asks of fellow members that the reader's own offers meet. */
export function AsksWithinReach({ asks }: { asks: AskWithinReach[] }) {
  return (
    <Card title="Asks you could answer" level={2}>
      {asks.length === 0 ? (
        <p className="text-ink-soft">
          None right now. The more you <TextLink to="/me">offer</TextLink>, the more you can help with.
        </p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {asks.map(({ circle, asker, topic }) => (
          <li key={circle.id + asker.id + topic} className="py-3">
            <TextLink to={`/circles/${circle.id}/members/${asker.id}`}>{asker.name}</TextLink> asks for help
            with {topic}
            <span className="block text-sm text-ink-soft">{circle.name}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
