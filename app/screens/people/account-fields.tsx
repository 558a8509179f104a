import { Field } from '#app/ui/field.tsx';
import type { FormState } from '../circle/use-fault.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

type SignUpFieldsProps = {
  state: FormState;
  prefix?: string;
  timeZones: readonly string[];
  /** Left out where the password is chosen later, at a link that was mailed. */
  withPassword?: boolean;
};

/** What an account is made of: name, address, password, time zone. The form carries a hidden `id`. */
export function SignUpFields({ state, prefix = '', timeZones, withPassword = true }: SignUpFieldsProps) {
  return (
    <>
      <Field
        label="Your name"
        name="name"
        id={`${prefix}name`}
        hint="As the others in your circle know you."
        required
        maxLength={80}
        autoComplete="name"
        defaultValue={state.value('name', '')}
        error={state.error('name')}
      />
      <AddressField state={state} prefix={prefix} hint="You sign in with it. Your circle does not see it." />
      {withPassword ? <NewPasswordField state={state} prefix={prefix} /> : null}
      <TimeZoneField state={state} prefix={prefix} timeZones={timeZones} />
    </>
  );
}

type AddressFieldProps = { state: FormState; prefix?: string; hint?: string };

/** A mail address. */
export function AddressField({ state, prefix = '', hint }: AddressFieldProps) {
  return (
    <Field
      label="Mail address"
      name="email"
      id={`${prefix}email`}
      hint={hint}
      type="email"
      inputMode="email"
      required
      maxLength={254}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={state.value('email', '')}
      error={state.error('email')}
    />
  );
}
