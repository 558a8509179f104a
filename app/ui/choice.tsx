import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, type FieldError, FieldErrorText, firstError } from './field-parts.tsx';

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type ChoiceProps = {
  legend: ReactNode;
  name: string;
  /** Defaults to the name. The first option carries this id, so that a link from the error summary lands on it. */
  id?: string;
  /** radio: exactly one. checkbox: any number. */
  kind?: 'radio' | 'checkbox';
  options: readonly ChoiceOption[];
  defaultValue?: string | readonly string[];
  hint?: ReactNode;
  error?: FieldError;
  optional?: boolean;
  required?: boolean;
  /** row: side by side where there is room. */
  layout?: 'stack' | 'row';
  hideLegend?: boolean;
  onChange?: (value: string, checked: boolean) => void;
};

/** A question with given answers: radio buttons or checkboxes in a fieldset, each a whole 44 px row to press. */
export function Choice({
  legend,
  name,
  id = name,
  kind = 'radio',
  options,
  layout = 'stack',
  ...rest
}: ChoiceProps) {
  const { defaultValue = [], hint, error, optional, required, hideLegend, onChange } = rest;
  const chosen = typeof defaultValue === 'string' ? [defaultValue] : defaultValue;

  return (
    <fieldset aria-describedby={describedBy(id, hint, error)} className="flex min-w-0 flex-col gap-1.5">
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 font-semibold'}>
        {legend}
        {optional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
      </legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      <div className={classNames('flex gap-2', layout === 'row' ? 'flex-row flex-wrap' : 'flex-col')}>
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            control={optionId(id, option.value, index)}
            label={option.label}
            hint={option.hint}
          >
            <input
              type={kind}
              id={optionId(id, option.value, index)}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabled}
              required={kind === 'radio' && required}
              aria-invalid={kind === 'checkbox' && firstError(error) ? true : undefined}
              onChange={onChange && ((event) => onChange(option.value, event.currentTarget.checked))}
              className={tick}
            />
          </ChoiceRow>
        ))}
      </div>
      <FieldErrorText id={id} error={error} />
    </fieldset>
  );
}

/** The first option answers to the question's own id. */
function optionId(id: string, value: string, index: number): string {
  return index === 0 ? id : `${id}-${value}`;
}

/** The dress of the little box or circle itself. */
export const tick = 'mt-0.5 size-5 shrink-0 accent-accent cursor-pointer disabled:cursor-default';

type ChoiceRowProps = { control: string; label: ReactNode; hint?: ReactNode; children: ReactNode };

/** A control (by its id) and its words in one pressable row. */
export function ChoiceRow({ control, label, hint, children }: ChoiceRowProps) {
  return (
    <label
      htmlFor={control}
      className="flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-line bg-surface px-3 py-2.5 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-disabled:cursor-default has-disabled:text-ink-soft"
    >
      {children}
      <span className="min-w-0 leading-snug">
        {label}
        {hint ? <span className="mt-0.5 block text-sm text-ink-soft">{hint}</span> : null}
      </span>
    </label>
  );
}
