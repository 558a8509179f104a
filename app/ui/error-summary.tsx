import OctagonAlert from 'lucide-react/icons/octagon-alert';
import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

export type SummaryError = {
  /** The id of the faulty control (by default its name); none for a fault of the whole form. */
  id?: string | undefined;
  message: string;
};

type ErrorSummaryProps = { errors: readonly SummaryError[]; title?: string };

/**
 * What went wrong, above the form, each a link to its field. Shows nothing without errors.
 * With script, focus moves to the first faulty field, or here when no field is at fault.
 */
export function ErrorSummary({ errors, title = 'Please look at this again' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const first = errors[0];
    if (!first) return;
    const field = first.id ? document.getElementById(first.id) : null;
    (field ?? box.current)?.focus();
  }, [errors]);

  if (errors.length === 0) return null;

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-md border-2 border-stop bg-stop-soft p-4 text-ink"
    >
      <Icon of={OctagonAlert} className="mt-0.5 text-stop" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <ul className="mt-1 flex flex-col gap-1">
          {errors.map(({ id, message }) => (
            <li key={`${id ?? ''} ${message}`}>
              {id ? (
                <a href={`#${id}`} className="text-stop underline underline-offset-3">
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
