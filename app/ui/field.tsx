import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, type FieldError, FieldErrorText, firstError } from './field-parts.tsx';
import { controlLook, SelectControl, type SelectOption } from './select-control.tsx';

type Common = {
  label: ReactNode;
  name: string;
  /** Defaults to the name: give one when two forms of a page share a name. */
  id?: string;
  hint?: ReactNode;
  error?: FieldError;
  /** Says "(optional)" after the label; fields are taken as required otherwise. */
  optional?: boolean;
  /** The label is read aloud and not shown. */
  hideLabel?: boolean;
  className?: string;
};
type InputField = Common & { as?: 'input' } & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Common>;
type AreaField = Common & { as: 'textarea' } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    keyof Common
  >;
type SelectField = Common & { as: 'select'; options: readonly SelectOption[]; placeholder?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    keyof Common
  >;
export type FieldProps = InputField | AreaField | SelectField;

/**
 * A label, a native control (`as`: input of any type, textarea, or select), a hint and a fault, wired for screen readers.
 * Whatever else is given goes to the control (`type`, `defaultValue`, `required`, `autoComplete`, `min`, `rows` …).
 */
export function Field({
  label,
  hint,
  error,
  optional = false,
  hideLabel = false,
  className,
  ...control
}: FieldProps) {
  const id = control.id ?? control.name;
  const wiring = {
    id,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': firstError(error) ? (true as const) : undefined,
  };

  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-semibold'}>
        {label}
        {optional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      <Control {...control} {...wiring} />
      <FieldErrorText id={id} error={error} />
    </div>
  );
}

type Bare<T> = Omit<T, 'label' | 'hint' | 'error' | 'optional' | 'hideLabel' | 'className'>;
type ControlProps = Bare<InputField> | Bare<AreaField> | Bare<SelectField>;

function Control(props: ControlProps) {
  if (props.as === 'textarea') {
    const { as: _, ...rest } = props;
    return (
      <textarea rows={4} {...rest} className={classNames(controlLook, 'field-sizing-content min-h-24')} />
    );
  }
  if (props.as === 'select') {
    const { as: _, ...rest } = props;
    return <SelectControl {...rest} />;
  }
  const { as: _, type = 'text', ...rest } = props;
  const narrow = ['number', 'date', 'time', 'datetime-local', 'month', 'week'].includes(type);
  return (
    <input {...rest} type={type} className={classNames(controlLook, narrow && 'max-w-56 tabular-nums')} />
  );
}
