import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/**
 * A click that goes to another page without a reload leaves the focus on a link that is gone. This puts it at the
 * start of the new page, as a reload would, so that screen readers begin to read there.
 */
export function useFreshPageFocus(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}
