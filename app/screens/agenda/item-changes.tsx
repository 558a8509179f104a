import { Form } from '@remix-run/react';
import Pencil from 'lucide-react/icons/pencil';
import { useEffect, useState } from 'react';
import type { AgendaItem } from '#app/domain/meeting/agenda.ts';
import { Button } from '#app/ui/button.tsx';
import { buttonLook } from '#app/ui/button-look.ts';
import { classNames } from '#app/ui/class-names.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { draftKeyOf, draftsUnder } from '../drafts/drafts.ts';
import { KeptDraft } from '../drafts/kept-draft.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { DetailFields, TitleField } from './item-fields.tsx';
import type { Agenda } from './use-agenda.ts';
import { useItemArrival, useItemForm, useWithdrawal } from './use-item-form.ts';

type ItemChangesProps = {
  agenda: Agenda;
  item: AgendaItem;
  mayChange: boolean;
  hold: (id: string, isOpen: boolean) => void;
};

/** Editing and withdrawing, for those who may. What is being written stays, even when that ends meanwhile. */
export function ItemChanges({ agenda, item, mayChange, hold }: ItemChangesProps) {
  const prefix = `edit-${item.id}-`;
  const state = useItemForm('item.edit', item.id, prefix);
  const isFaulty = state.errors.length > 0;
  const [isOpen, setOpen] = useState(isFaulty);
  const place = placeOf(agenda, item);
  const draft = useDraft(place, { mayRestore: !isFaulty });
  const [round, setRound] = useState(0);
  const [isBegun, setBegun] = useState(false);
  useEffect(() => setBegun(draftsUnder(place).length > 0), [place]);
  useItemArrival(item, state, { prefix, done: leave });
  const isTakingOff = useWithdrawal(item, leave);

  /** The form is shut, and as new when it is opened again. */
  function leave(): void {
    draft.end();
    setRound(round + 1);
    setBegun(false);
    setOpen(false);
    hold(item.id, false);
  }

  if (!mayChange && !isOpen) {
    return (
      <div className="basis-full empty:hidden">
        <KeptDraft place={place} />
      </div>
    );
  }

  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        setBegun(!open && draftsUnder(place).length > 0);
        hold(item.id, open);
      }}
      className="min-w-0 open:basis-full"
    >
      <summary className={classNames(buttonLook('plain', 'small'), 'ml-auto flex w-fit')}>
        <Icon of={Pencil} label={`Edit ${item.title}`} />
        {isBegun ? 'Go on with your change' : null}
      </summary>
      <div className="mt-2 flex flex-col gap-4 rounded-md bg-well p-4">
        <Form
          key={round}
          ref={draft.form}
          method="post"
          replace
          preventScrollReset
          noValidate
          onSubmit={agenda.guard}
          className="flex flex-col gap-4"
        >
          <ErrorSummary errors={state.errors} />
          {mayChange ? null : <Shut item={item} />}
          <input type="hidden" name="intent" value="item.edit" />
          <input type="hidden" name="commandId" value={agenda.idOf(item, 'edit')} />
          <input type="hidden" name="item" value={item.id} />
          <TitleField state={state} prefix={prefix} values={item} />
          <DetailFields agenda={agenda} state={state} prefix={prefix} values={item} follows />
          <div className="flex gap-2">
            {mayChange ? (
              <Button kind="primary" pending={state.pending} pendingLabel="Saving">
                Save
              </Button>
            ) : null}
            <Button type="button" onClick={leave}>
              Leave it
            </Button>
          </div>
        </Form>
        {mayChange ? <Withdraw agenda={agenda} item={item} isPending={isTakingOff} /> : null}
      </div>
    </details>
  );
}

/** Where what is being written about an item is kept. */
export function placeOf({ id, me }: Agenda, item: AgendaItem): string {
  return draftKeyOf(id, me, 'item', item.id);
}

function Shut({ item }: { item: AgendaItem }) {
  return (
    <Notice kind="warn" live="polite">
      {item.withdrawn
        ? 'Somebody took this off the agenda meanwhile. What you wrote is still here to copy.'
        : 'This can no longer be changed. What you wrote is still here to copy.'}
    </Notice>
  );
}

type WithdrawProps = Pick<ItemChangesProps, 'agenda' | 'item'> & { isPending: boolean };

function Withdraw({ agenda, item, isPending }: WithdrawProps) {
  return (
    <Form method="post" replace preventScrollReset onSubmit={agenda.guard}>
      <input type="hidden" name="intent" value="item.withdraw" />
      <input type="hidden" name="commandId" value={agenda.idOf(item, 'withdraw')} />
      <input type="hidden" name="item" value={item.id} />
      <Button
        kind="danger"
        size="small"
        pending={isPending}
        pendingLabel="Taking it off"
        aria-label={`Take it off the agenda: ${item.title}`}
      >
        Take it off the agenda
      </Button>
    </Form>
  );
}
