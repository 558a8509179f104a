import { useNavigation } from '@remix-run/react';
import { type FormState, useFormState } from '../circle/use-fault.ts';

/**
 * The state of one of many like forms on a page, told apart by the meeting they are about: faults and typed values of
 * another row's form are not this one's.
 */
export function useRowFormState(intent: string, meetingId: string, prefix = ''): FormState {
  const state = useFormState(intent, prefix);
  const navigation = useNavigation();
  const isMine = state.value('meetingId', '') === meetingId;
  const pending = state.pending && navigation.formData?.get('meetingId') === meetingId;

  return isMine
    ? { ...state, pending }
    : { error: () => undefined, value: (_, otherwise) => otherwise, errors: [], pending };
}
