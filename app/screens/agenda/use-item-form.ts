import { useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
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

/** Calls `done` when a form that was on its way has arrived without a fault. */
export function useArrival({ pending, errors }: FormState, done: () => void): void {
  const wasPending = useRef(false);
  const isFaulty = errors.length > 0;

  useEffect(() => {
    if (wasPending.current && !pending && !isFaulty) done();
    wasPending.current = pending;
  });
}
