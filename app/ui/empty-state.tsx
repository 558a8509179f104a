import type { ReactNode } from 'react';
import { Icon, type IconDrawing } from './icon.tsx';

type EmptyStateProps = {
  /** One sentence that teaches. */
  children: ReactNode;
  /** One button. */
  action?: ReactNode;
  icon?: IconDrawing;
};

/** Where a list would be: one sentence and one thing to do. */
export function EmptyState({ children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-md border border-dashed border-line-strong px-6 py-8 text-center">
      {icon ? <Icon of={icon} size="large" className="text-ink-soft" /> : null}
      <p className="max-w-text text-ink-soft">{children}</p>
      {action}
    </div>
  );
}
