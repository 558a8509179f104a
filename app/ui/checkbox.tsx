import type { InputHTMLAttributes, ReactNode } from 'react';
import { ChoiceRow, tick } from './choice.tsx';
import { describedBy, type FieldError, FieldErrorText, firstError } from './field-parts.tsx';

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'name'> & {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  error?: FieldError;
};

/** One yes-or-no answer. Unchecked sends nothing, as any form does. */
export function Checkbox({ label, name, id = name, hint, error, ...rest }: CheckboxProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <ChoiceRow control={id} label={label} hint={hint}>
        <input
          {...rest}
          type="checkbox"
          id={id}
          name={name}
          aria-invalid={firstError(error) ? true : undefined}
          aria-describedby={describedBy(id, undefined, error)}
          className={tick}
        />
      </ChoiceRow>
      <FieldErrorText id={id} error={error} />
    </div>
  );
}
