import type { ReactNode } from 'react';

/** The quiet end of a page. */
export function Footer({ children }: { children: ReactNode }) {
  return (
    <footer className="border-t border-line print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap gap-x-6 gap-y-2 px-4 py-6 text-sm text-ink-soft sm:px-6">
        {children}
      </div>
    </footer>
  );
}
