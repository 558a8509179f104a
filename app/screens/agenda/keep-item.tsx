import { Form } from '@remix-run/react';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { mayKeepItem } from '#app/domain/meeting/may.ts';
import { Button } from '#app/ui/button.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { Agenda } from './use-agenda.ts';
import { useItemForm } from './use-item-form.ts';

/** What has come back twice asks its owner: once more, as a hot seat, in writing, or not at all. */
export function KeepItem({ agenda, item }: { agenda: Agenda; item: AgendaItem }) {
  const state = useItemForm('item.keep', item.id);
  if (!mayKeepItem(agenda.meeting, item, agenda.me)) return null;

  return (
    <div className="flex basis-full flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-well px-4 py-3 text-sm">
      <p className="min-w-0 flex-1 basis-64">
        This has come back twice. If it is not reached today, it goes no further unless you keep it. You can
        also make it a hot seat, take it off, or{' '}
        <TextLink to={`/circles/${agenda.circle.id}/room`}>solve it in writing</TextLink>.
      </p>
      <Form method="post" replace preventScrollReset onSubmit={agenda.guard}>
        <input type="hidden" name="intent" value="item.keep" />
        <input type="hidden" name="commandId" value={agenda.idOf(item, 'keep')} />
        <input type="hidden" name="item" value={item.id} />
        <Button
          size="small"
          pending={state.pending}
          pendingLabel="Keeping it"
          aria-label={`Keep it for one more meeting: ${item.title}`}
        >
          Keep it
        </Button>
      </Form>
    </div>
  );
}
