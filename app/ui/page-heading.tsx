import ChevronLeft from 'lucide-react/icons/chevron-left';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { TextLink } from './text-link.tsx';

type PageHeadingProps = {
  title: ReactNode;
  /** Small words above: where we are. */
  eyebrow?: ReactNode;
  /** One sentence below: what matters now. */
  lead?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
};

/** The page's one h1, with the way back above it and what to do beside it. */
export function PageHeading({ title, eyebrow, lead, actions, back }: PageHeadingProps) {
  return (
    <header className="flex flex-col gap-3">
      {back ? (
        <TextLink
          to={back.to}
          quiet
          className="-ml-1 inline-flex min-h-11 items-center gap-1 self-start text-sm print:hidden"
        >
          <Icon of={ChevronLeft} size="small" />
          {back.label}
        </TextLink>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-text">
          {eyebrow ? <p className="mb-1 text-sm font-medium text-ink-soft">{eyebrow}</p> : null}
          <h1 className="text-3xl">{title}</h1>
          {lead ? <p className="mt-2 text-lg text-ink-soft">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
