import { kept } from './kept.tsx';

type SkipLinkProps = { to?: string; label?: string };

/** The first stop of the keyboard: jumps over the frame to `to` (an element's id). Seen only while focused. */
export const SkipLink = import.meta.env.SSR
  ? kept('skip-link', DrawnSkipLink, ({ to, label }) => [to, label].join())
  : DrawnSkipLink;

function DrawnSkipLink({ to = 'main', label = 'Skip to content' }: SkipLinkProps) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold focus:text-ink focus:shadow-soft print:hidden"
    >
      {label}
    </a>
  );
}
