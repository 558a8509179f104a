import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Footer } from './footer.tsx';
import { Link } from './link.tsx';
import { SkipLink } from './skip-link.tsx';
import { Wordmark } from './wordmark.tsx';

type PublicShellProps = {
  /** narrow: one form in the middle (sign in, invitation). page: the landing page. */
  width?: 'narrow' | 'page';
  /** One or two links at the right of the header. */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** The frame for people who are not signed in: the wordmark, the page, nothing else to decide. */
export function PublicShell({ width = 'narrow', actions, footer, children }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex min-h-16 w-full max-w-page items-center justify-between gap-4 px-4 sm:px-6">
        <Link to="/" className="inline-flex min-h-11 items-center rounded-sm">
          <Wordmark />
        </Link>
        {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={classNames(
          'mx-auto w-full flex-1 px-4 pb-16 outline-none sm:px-6',
          width === 'narrow' ? 'max-w-md pt-8 sm:pt-16' : 'max-w-page pt-6 sm:pt-12',
        )}
      >
        {children}
      </main>
      {footer ? <Footer>{footer}</Footer> : null}
    </div>
  );
}
