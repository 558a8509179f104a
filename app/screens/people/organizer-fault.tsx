import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useFormState } from '../circle/use-fault.ts';

const intents = [
  'recovery-link.make',
  'group-recovery-link.make',
  'organizer.appoint',
  'organizer.relieve',
] as const;

/** Why the last thing an organizer tried was refused. */
export function OrganizerFault() {
  const errors = intents.flatMap(useErrors);
  return <ErrorSummary errors={errors} title="That was not possible" />;
}

function useErrors(intent: string) {
  return useFormState(intent).errors.map(({ message }) => ({ message }));
}
