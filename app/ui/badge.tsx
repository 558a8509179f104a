import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconDrawing } from './icon.tsx';

const kinds = {
  neutral: 'bg-well text-ink-soft border-line',
  accent: 'bg-accent-soft text-accent-strong border-transparent',
  lead: 'bg-lead-soft text-lead-ink border-lead',
  good: 'bg-good-soft text-good border-transparent',
  warn: 'bg-warn-soft text-warn border-transparent',
  stop: 'bg-stop-soft text-stop border-transparent',
  give: 'bg-surface text-ink border-give',
  receive: 'bg-surface text-ink border-receive',
};

type BadgeProps = { kind?: keyof typeof kinds; icon?: IconDrawing; children: ReactNode };

/** A word or two about the thing beside it. The words carry the meaning, the colour only helps. */
export function Badge({ kind = 'neutral', icon, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap',
        kinds[kind],
      )}
    >
      {icon ? <Icon of={icon} size="small" /> : null}
      {children}
    </span>
  );
}
