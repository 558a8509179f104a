import { useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { type AgendaItem, type ItemDraft, type ItemKind, isSameDraft } from '#app/domain/meeting/agenda.ts';
import { cleanLine, cleanText } from '#app/domain/people/typed-text.ts';
import { type FormState, useFormState } from '../circle/use-fault.ts';

/** The state of one item's form among many of its kind: faults and typed values of another's are not its own. */
export function useItemForm(intent: string, item: string, prefix = ''): FormState {
  const state = useFormState(intent, prefix);
  const navigation = useNavigation();
  const pending = state.pending && navigation.formData?.get('item') === item;

  return state.value('item', '') === item
    ? { ...state, pending }
    : { error: () => undefined, value: (_, otherwise) => otherwise, errors: [], pending };
}

type Arrival = { prefix: string; done: () => void };

/**
 * Calls `done` when an item has what its form has sent, and nobody has typed on in it since. That a form is on its way no
 * more says nothing: the next one that is sent may have cut it short, and nobody hears of its answer.
 */
export function useItemArrival(item: ItemDraft, { pending }: FormState, { prefix, done }: Arrival): void {
  const { formData } = useNavigation();
  const sent = useRef<{ words: FormData; hasArrived: boolean } | null>(null);
  if (pending && formData && formData !== sent.current?.words)
    sent.current = { words: formData, hasArrived: false };

  useEffect(() => {
    const one = sent.current;
    if (!one) return;
    one.hasArrived ||= hasWords(item, one.words);
    if (pending || !one.hasArrived) return;
    sent.current = null;
    if (isLeftAsSent(prefix, one.words)) done();
  });
}

/** Calls `done` when an item is off the agenda and was taken off from here. Answers whether that is on its way. */
export function useWithdrawal({ id, withdrawn }: AgendaItem, done: () => void): boolean {
  const { pending, errors } = useItemForm('item.withdraw', id);
  const isOurs = useRef(false);

  useEffect(() => {
    // The item may be off before the answer is here, and after it.
    isOurs.current = pending || (isOurs.current && errors.length === 0);
    if (!isOurs.current || !withdrawn) return;
    isOurs.current = false;
    done();
  });
  return pending;
}

function isLeftAsSent(prefix: string, sent: FormData): boolean {
  return ['title', 'help'].every((name) => {
    const field = document.getElementById(prefix + name) as HTMLInputElement | null;
    return !field || cleanText(field.value) === cleanText(String(sent.get(name)));
  });
}

/** Whether an item says what a form said of it. */
function hasWords(item: ItemDraft, form: FormData): boolean {
  const typed = (field: string) => String(form.get(field) ?? '');
  return isSameDraft(item, {
    title: cleanLine(typed('title')),
    itemKind: typed('itemKind') as ItemKind,
    minutes: Number(typed('minutes')),
    bringer: typed('bringer') || null,
    help: cleanText(typed('help')),
  });
}
