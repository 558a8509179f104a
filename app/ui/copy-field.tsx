import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { controlLook } from './select-control.tsx';

type CopyFieldProps = { label: string; value: string; hint?: ReactNode; hideLabel?: boolean };

/** A value to take away, such as an invitation link. Without script the value can be selected by hand. */
export function CopyField({ label, value, hint, hideLabel = false }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy() {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Some browsers keep the clipboard shut: the value stays selected for Ctrl+C.
      setCopied(false);
    }
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-semibold'}>
        {label}
      </label>
      {hint ? <p className="text-sm text-ink-soft">{hint}</p> : null}
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${controlLook} min-w-0 flex-1 truncate font-mono text-sm`}
        />
        <Button type="button" icon={copied ? Check : Copy} onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {copied ? 'Copied to the clipboard' : ''}
      </p>
    </div>
  );
}
