import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type DataListItem = { label: string; value: ReactNode };

/** Labels and values. rows: label left, value right of it where there is room. columns: short facts side by side. */
export function DataList({
  items,
  layout = 'rows',
}: {
  items: readonly DataListItem[];
  layout?: 'rows' | 'columns';
}) {
  const rows = layout === 'rows';

  return (
    <dl className={rows ? 'flex flex-col divide-y divide-line' : 'flex flex-wrap gap-x-8 gap-y-4'}>
      {items.map(({ label, value }) => (
        <div
          key={label}
          className={classNames('min-w-0', rows && 'grid gap-x-4 py-2.5 sm:grid-cols-[11rem_1fr]')}
        >
          <dt className="text-sm text-ink-soft sm:leading-6">{label}</dt>
          <dd className="min-w-0 tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
