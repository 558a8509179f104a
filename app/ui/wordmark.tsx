import { classNames } from './class-names.ts';
import { kept } from './kept.tsx';

/** The sign: seven seats around a table, one of them in the lead. */
function RingSign({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
      className={classNames('size-8 shrink-0', className)}
    >
      <circle cx="16" cy="16" r="6" fill="none" strokeWidth="2" className="stroke-ink" />
      {[1, 2, 3, 4, 5, 6].map((seat) => (
        <circle
          key={seat}
          cx="16"
          cy="4.5"
          r="2.6"
          transform={`rotate(${(seat * 360) / 7} 16 16)`}
          className="fill-ink"
        />
      ))}
      <circle cx="16" cy="4.5" r="3.2" className="fill-accent" />
    </svg>
  );
}

/** The sign and the name. */
export const Wordmark = import.meta.env.SSR
  ? kept('wordmark', DrawnWordmark, ({ name = 'Rondo' }) => name)
  : DrawnWordmark;

function DrawnWordmark({ name = 'Rondo' }: { name?: string }) {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-xl font-semibold tracking-tight text-ink">
      <RingSign />
      {name}
    </span>
  );
}
