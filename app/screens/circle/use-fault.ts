import { useActionData, useNavigation } from '@remix-run/react';

type FormFault = {
  intent: string;
  form?: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};

/** What a form needs to know of its last try: faults, what was typed, and whether it is on its way. */
export type FormState = {
  /** The sentence for a field, if it is at fault. */
  error: (name: string) => string | undefined;
  /** What was typed last, or else the value to begin with. */
  value: (name: string, otherwise: string) => string;
  /** For the summary above the form; `prefix` is what the ids of the fields begin with. */
  errors: { id?: string; message: string }[];
  pending: boolean;
};

/** The state of the form whose `intent` is this door; ids of its fields are `prefix` and their name. */
export function useFormState(intent: string, prefix = ''): FormState {
  const answer = useActionData<unknown>();
  const navigation = useNavigation();
  const fault = faultIn(answer, intent);

  const ofFields = Object.entries(fault?.fields ?? {}).map(([name, message]) => ({
    id: prefix + name,
    message,
  }));
  return {
    error: (name) => fault?.fields[name],
    value: (name, otherwise) => fault?.values[name] ?? otherwise,
    errors: fault?.form ? [{ message: fault.form }, ...ofFields] : ofFields,
    pending: navigation.state !== 'idle' && navigation.formData?.get('intent') === intent,
  };
}

/** Whether the form that names this thing is on its way: for one of many alike, such as the rows of a list. */
export function useRowPending(intent: string, field: string, value: string): boolean {
  const { state, formData } = useNavigation();
  return state !== 'idle' && formData?.get('intent') === intent && formData.get(field) === value;
}

function faultIn(answer: unknown, intent: string): FormFault | null {
  if (typeof answer !== 'object' || answer === null || !('fault' in answer)) return null;
  const fault = answer.fault as FormFault;
  return fault.intent === intent ? fault : null;
}
