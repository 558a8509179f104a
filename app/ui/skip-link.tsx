/** The first stop of the keyboard: jumps over the frame to `to` (an element's id). Seen only while focused. */
export function SkipLink({ to = 'main', label = 'Skip to content' }: { to?: string; label?: string }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold focus:text-ink focus:shadow-soft print:hidden"
    >
      {label}
    </a>
  );
}
