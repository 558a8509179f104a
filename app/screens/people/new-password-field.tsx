import { Field } from '#app/ui/field.tsx';
import type { FormState } from '../circle/use-fault.ts';

type NewPasswordFieldProps = { state: FormState; prefix?: string; name?: string; label?: string };

/** A password that is being chosen. */
export function NewPasswordField({
  state,
  prefix = '',
  name = 'password',
  label = 'Password',
}: NewPasswordFieldProps) {
  return (
    <Field
      label={label}
      name={name}
      id={prefix + name}
      hint="At least 8 characters. A few words that only you put together are easy to keep and hard to guess."
      type="password"
      required
      autoComplete="new-password"
      error={state.error(name)}
    />
  );
}
