import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CoveredPage } from './covered-page.ts';
import { Footer } from './footer.tsx';
import type { IconDrawing } from './icon.tsx';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';
import { BottomNavigation, TopNavigation } from './navigation.tsx';
import { SeatMark } from './seat-mark.tsx';
import { SkipLink } from './skip-link.tsx';
import { Wordmark } from './wordmark.tsx';

export type ShellLink = {
  to: string;
  label: string;
  /** Drawn in the bottom bar on phones. */
  icon: IconDrawing;
  /** Current only on exactly this address. */
  end?: boolean;
  /** How many things wait there. */
  count?: string | undefined;
};

type ShellProps = {
  /** Up to five places. */
  links: readonly ShellLink[];
  /** Who is signed in, and what their menu holds (MenuLink, MenuButton). */
  account: { id: string; name: string; menu: ReactNode };
  /** Where the wordmark leads. */
  home?: string;
  /** page: reads down, 70rem wide. text: one column for reading and forms. fill: takes exactly the screen; nothing scrolls the page. */
  width?: 'page' | 'text' | 'fill';
  /** Above everything, for example a Notice that the connection is gone. */
  banner?: ReactNode;
  /** Nobody may read the page now: it is hidden and not gone, with what was begun in it. Nor where else one could go. */
  isCovered?: boolean;
  footer?: ReactNode;
  children: ReactNode;
};

const mains = {
  page: 'mx-auto w-full max-w-page flex-1 px-4 pt-6 pb-16 sm:px-6 sm:pt-10',
  text: 'mx-auto w-full max-w-text flex-1 px-4 pt-6 pb-16 sm:pt-10',
  fill: 'min-h-0 flex-1',
};

/** The frame of every page for people who are signed in. */
export function Shell({
  links,
  account,
  home = '/',
  width = 'page',
  banner,
  isCovered = false,
  footer,
  children,
}: ShellProps) {
  const here = useLocation().pathname;
  const fill = width === 'fill';

  return (
    <div className={classNames('flex flex-col', fill ? 'h-dvh overflow-hidden' : 'min-h-dvh')}>
      <SkipLink />
      <header
        className={classNames(
          'border-b border-line bg-paper print:hidden',
          fill ? 'hidden md:block' : 'sticky top-0 z-20',
        )}
      >
        <div className="mx-auto flex min-h-14 max-w-page items-center gap-4 px-4 sm:px-6">
          <Link to={home} className="inline-flex min-h-11 items-center rounded-sm">
            <Wordmark />
          </Link>
          {isCovered ? null : (
            <>
              <TopNavigation links={links} here={here} />
              <div className="ml-auto">
                <Menu
                  label={`Account of ${account.name}`}
                  button={<SeatMark id={account.id} name={account.name} />}
                >
                  {account.menu}
                </Menu>
              </div>
            </>
          )}
        </div>
      </header>
      {banner}
      <main id="main" tabIndex={-1} hidden={isCovered} className={classNames('outline-none', mains[width])}>
        <CoveredPage.Provider value={isCovered}>{children}</CoveredPage.Provider>
      </main>
      {fill || !footer ? null : <Footer>{footer}</Footer>}
      {fill || isCovered ? null : <BottomNavigation links={links} here={here} />}
    </div>
  );
}
