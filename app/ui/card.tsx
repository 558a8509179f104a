import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type CardProps = {
  as?: 'section' | 'article' | 'div' | 'li';
  title?: ReactNode;
  /** The heading's level. */
  level?: 2 | 3;
  /** Small words above the title. */
  eyebrow?: ReactNode;
  /** Buttons or a link beside the title. */
  actions?: ReactNode;
  /** raised: the one thing to see first. plain: all others. lead: the reader leads. */
  tone?: 'plain' | 'raised' | 'lead';
  id?: string;
  className?: string;
  children?: ReactNode;
};

const tones = {
  plain: 'border-line bg-surface',
  raised: 'border-line bg-surface shadow-soft',
  // The accent is too pale for words on gold, so links take the ink.
  lead: 'border-lead bg-lead-soft [&_a.underline]:text-ink',
};

/** A sheet of paper on the table: things that belong together, under one title. */
export function Card({
  as: Tag = 'section',
  title,
  level = 2,
  eyebrow,
  actions,
  tone = 'plain',
  ...rest
}: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { id, className, children } = rest;

  return (
    <Tag
      id={id}
      className={classNames(
        'flex min-w-0 flex-col gap-4 rounded-md border p-4 sm:p-5 print:border-0 print:p-0 print:shadow-none',
        tones[tone],
        className,
      )}
    >
      {title || actions ? (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            {eyebrow ? <p className="text-sm font-medium text-ink-soft">{eyebrow}</p> : null}
            {title ? <Heading className={level === 2 ? 'text-xl' : 'text-lg'}>{title}</Heading> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </Tag>
  );
}
