import ChevronDown from 'lucide-react/icons/chevron-down';
import type { SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type SelectOption = { value: string; label: string; disabled?: boolean; group?: string };

/** The dress of every typed-in control. */
export const controlLook =
  'block w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-soft aria-invalid:border-stop aria-invalid:border-2 disabled:bg-well disabled:text-ink-soft [&[readonly]]:bg-well';

type SelectControlProps = SelectHTMLAttributes<HTMLSelectElement> & {
  options: readonly SelectOption[];
  /** A first, empty choice in words, for example "Choose a zone". */
  placeholder?: string;
};

/** A native select; options that name a `group` stand together under it. */
export function SelectControl({ options, placeholder, className, ...rest }: SelectControlProps) {
  const groups = [...new Set(options.map((option) => option.group))];

  return (
    <span className="relative block">
      <select
        {...rest}
        className={classNames(controlLook, 'appearance-none truncate pr-10 cursor-pointer', className)}
      >
        {placeholder ? <option value="">{placeholder}</option> : null}
        {groups.map((group) => (
          <Options
            key={group ?? ''}
            group={group}
            options={options.filter((option) => option.group === group)}
          />
        ))}
      </select>
      <Icon
        of={ChevronDown}
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-soft"
      />
    </span>
  );
}

function Options({ group, options }: { group: string | undefined; options: readonly SelectOption[] }) {
  const list = options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));

  return group ? <optgroup label={group}>{list}</optgroup> : list;
}
