import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Icon } from './icon.tsx';

/** One message, several, or none. */
export type FieldError = string | readonly string[] | null | undefined;

/** The first message of a field's errors, or nothing. */
export function firstError(error: FieldError): string | undefined {
  const first = typeof error === 'string' ? error : error?.[0];
  return first || undefined;
}

/** The ids that describe a control, for aria-describedby; undefined when nothing does. */
export function describedBy(id: string, hint: unknown, error: FieldError): string | undefined {
  const ids = [hint ? `${id}-hint` : '', firstError(error) ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The fault, in words and with a sign, at the control it belongs to. */
export function FieldErrorText({ id, error }: { id: string; error: FieldError }) {
  const message = firstError(error);
  if (!message) return null;

  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-stop">
      <Icon of={TriangleAlert} size="small" className="mt-0.5" />
      <span>{message}</span>
    </p>
  );
}
