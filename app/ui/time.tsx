import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type TimeProps = {
  /** What machines read: an instant, a date, a time or a duration in ISO 8601. */
  iso: string;
  className?: string;
  /** What people read, for example "Thu 26 Nov, 18:00, in 3 days": made by the caller. */
  children: ReactNode;
};

/** A moment in people's words with the exact one inside. Figures stand in columns. */
export function Time({ iso, className, children }: TimeProps) {
  return (
    <time dateTime={iso} className={classNames('tabular-nums', className)}>
      {children}
    </time>
  );
}
