import { type ReactNode, useId, useRef } from 'react';
import { CopyButton } from './copy-button.tsx';
import { controlLook } from './select-control.tsx';

type CopyFieldProps = { label: string; value: string; hint?: ReactNode; hideLabel?: boolean };

/** A value to take away, such as an invitation link. Without script the value can be selected by hand. */
export function CopyField({ label, value, hint, hideLabel = false }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-semibold'}>
        {label}
      </label>
      {hint ? <p className="text-sm text-ink-soft">{hint}</p> : null}
      <div className="flex flex-wrap gap-2">
        <input
          ref={input}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${controlLook} min-w-0 flex-1 truncate font-mono text-sm`}
        />
        <CopyButton text={value} onRefused={() => input.current?.focus()} />
      </div>
    </div>
  );
}
