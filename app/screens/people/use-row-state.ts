import { type FormState, useFormState } from '../circle/use-fault.ts';

/**
 * The state of one form among several that send the same intent, told apart by their hidden `id`: a fault stands only
 * at the row it belongs to.
 */
export function useRowState(intent: string, id: string, prefix: string): FormState {
  const state = useFormState(intent, prefix);
  return state.value('id', '') === id ? state : withoutFault(state);
}

/** The same for the form that adds a row: its id is none of those that stand. */
export function useNewRowState(
  intent: string,
  standing: readonly { id: string }[],
  prefix: string,
): FormState {
  const state = useFormState(intent, prefix);
  const sent = state.value('id', '');
  return standing.some((row) => row.id === sent) ? withoutFault(state) : state;
}

function withoutFault(state: FormState): FormState {
  return { ...state, error: () => undefined, value: (_, otherwise) => otherwise, errors: [] };
}
