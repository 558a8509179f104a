import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type RingCentreProps = {
  title: ReactNode;
  detail?: ReactNode;
  /** Somebody sits in the middle: the words stand below them. */
  low: boolean;
};

/** Words on the table: at most two lines each, larger where the ring is. */
export function RingCentre({ title, detail, low }: RingCentreProps) {
  return (
    <figcaption
      className={classNames(
        'absolute flex flex-col items-center gap-0.5 text-center',
        // The table narrows towards its edge.
        low ? 'inset-x-[35%] top-[51%]' : 'inset-x-[31%] inset-y-[31%] justify-center',
      )}
    >
      <span
        className={classNames(
          'font-serif text-sm leading-tight font-semibold lining-nums @min-[20rem]:text-base @min-[26rem]:text-xl',
          low ? 'line-clamp-1' : 'line-clamp-2',
        )}
      >
        {title}
      </span>
      {detail ? (
        <span className="line-clamp-2 text-xs leading-snug tabular-nums text-ink-soft @min-[26rem]:text-base">
          {detail}
        </span>
      ) : null}
    </figcaption>
  );
}
