import ChevronDown from 'lucide-react/icons/chevron-down';
import type { DetailsHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

type DisclosureProps = Omit<DetailsHTMLAttributes<HTMLDetailsElement>, 'title'> & {
  summary: ReactNode;
  /** Small words at the end of the summary's row. */
  detail?: ReactNode;
  children: ReactNode;
};

/** The rest, on demand: native details, open or shut, with or without script. */
export function Disclosure({ summary, detail, className, children, ...rest }: DisclosureProps) {
  return (
    <details {...rest} className={classNames('rounded-md border border-line bg-surface', className)}>
      <summary className="flex min-h-11 items-center gap-3 rounded-md px-4 py-2 font-semibold hover:bg-well">
        <Icon
          of={ChevronDown}
          className="-rotate-90 text-ink-soft transition-transform [[open]>summary>&]:rotate-0"
        />
        <span className="min-w-0 flex-1">{summary}</span>
        {detail ? <span className="text-sm font-normal text-ink-soft">{detail}</span> : null}
      </summary>
      <div className="px-4 pt-2 pb-4">{children}</div>
    </details>
  );
}
