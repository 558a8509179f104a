import { Form, useNavigation } from '@remix-run/react';
import { useRef, useState } from 'react';
import type { ItemDraft } from '#app/domain/meeting/agenda.ts';
import { minutesForTopic } from '#app/domain/meeting/topic-time.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { draftKeyOf } from '../talk/drafts.ts';
import { KeptDraft } from '../talk/kept-draft.tsx';
import { useDraft } from '../talk/use-draft.ts';
import { formId } from './form-id.ts';
import { DetailsOnDemand, TitleField } from './item-fields.tsx';
import type { Agenda } from './use-agenda.ts';
import { useArrival } from './use-item-form.ts';

const prefix = 'propose-';

/** One field first; the rest has sensible beginnings and opens on demand. */
export function ProposeForm({ agenda }: { agenda: Agenda }) {
  const state = useFormState('item.propose', prefix);
  const draft = useDraft(placeOf(agenda), { mayRestore: state.errors.length === 0 });
  const [seed, setSeed] = useState(agenda.seed);
  const minutes = minutesForTopic(agenda.meeting.items);
  const fresh: ItemDraft = { title: '', itemKind: 'topic', minutes, bringer: agenda.me, help: '' };

  const sent = useRef<unknown>('');
  const { formData } = useNavigation();
  if (state.pending) sent.current = formData?.get('title');

  useArrival(state, () => {
    setSeed(agenda.seed);
    const title = document.querySelector<HTMLInputElement>(`#${prefix}title`);
    // The item may stand in the list before the form has arrived, and somebody may write the next one already.
    if (title?.value !== sent.current) return;
    draft.end();
    title?.form?.reset();
    title?.focus();
  });

  return (
    <Card title="Propose an item" id="propose">
      <Form
        ref={draft.form}
        method="post"
        replace
        preventScrollReset
        noValidate
        onSubmit={agenda.guard}
        className="flex flex-col gap-4"
      >
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="item.propose" />
        <input type="hidden" name="commandId" value={formId(seed, 'propose')} />
        <input type="hidden" name="item" value={formId(seed, 'proposed-item')} />
        <TitleField state={state} prefix={prefix} values={fresh} hint="What would you like to talk about?" />
        <DetailsOnDemand agenda={agenda} state={state} prefix={prefix} values={fresh} />
        <div>
          <Button kind="primary" pending={state.pending} pendingLabel="Proposing">
            Propose
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Where nothing can be proposed any more: what was begun, to copy. */
export function KeptProposal({ agenda }: { agenda: Agenda }) {
  return <KeptDraft place={placeOf(agenda)} />;
}

function placeOf({ id, me }: Agenda): string {
  return draftKeyOf(id, me, 'propose');
}
