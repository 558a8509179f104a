import { Form } from '@remix-run/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ItemDraft } from '#app/domain/meeting/agenda.ts';
import { minutesForTopic } from '#app/domain/meeting/topic-time.ts';
import { cleanLine } from '#app/domain/people/typed-text.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useFormState } from '../circle/use-fault.ts';
import { draftAt, draftKeyOf, fieldKeyOf, keepDraft } from '../drafts/drafts.ts';
import { KeptDraft } from '../drafts/kept-draft.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { formId } from './form-id.ts';
import { DetailsOnDemand, TitleField } from './item-fields.tsx';
import type { Agenda } from './use-agenda.ts';

const prefix = 'propose-';

/** One field first; the rest has sensible beginnings and opens on demand. */
export function ProposeForm({ agenda }: { agenda: Agenda }) {
  const state = useFormState('item.propose', prefix);
  const place = placeOf(agenda);
  const sentUnder = fieldKeyOf(place, { name: 'seed', type: 'hidden' });
  const draft = useDraft(place, { mayRestore: state.errors.length === 0 });
  const [seed, setSeed] = useState(agenda.seed);
  const minutes = minutesForTopic(agenda.meeting.items);
  const fresh: ItemDraft = { title: '', itemKind: 'topic', minutes, bringer: agenda.me, help: '' };

  const item = formId(seed, 'proposed-item');

  // Sent from a page that did not live to hear of it: it is the same proposal still, however often it is sent.
  useEffect(() => setSeed((now) => draftAt(sentUnder) || now), [sentUnder]);

  const isSent = useRef(false);
  useEffect(() => {
    const arrived = agenda.meeting.items.find(({ id }) => id === item);
    if (!arrived || agenda.seed === seed) return;
    keepDraft(sentUnder, '');
    setSeed(agenda.seed);
    const title = document.querySelector<HTMLInputElement>(`#${prefix}title`);
    // The item may stand in the list before the form has arrived, and somebody may write the next one already.
    if (cleanLine(title?.value ?? '') !== arrived.title) return;
    draft.end();
    title?.form?.reset();
    if (isSent.current) title?.focus();
    isSent.current = false;
  });

  function send(event: FormEvent<HTMLFormElement>): void {
    isSent.current = true;
    keepDraft(sentUnder, seed);
    agenda.guard(event);
  }

  return (
    <Card title="Propose an item" id="propose">
      <Form
        ref={draft.form}
        method="post"
        replace
        preventScrollReset
        noValidate
        onSubmit={send}
        className="flex flex-col gap-4"
      >
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="intent" value="item.propose" />
        <input type="hidden" name="commandId" value={formId(seed, 'propose')} />
        <input type="hidden" name="item" value={item} />
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
