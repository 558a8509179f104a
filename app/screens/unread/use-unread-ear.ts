import { useEffect } from 'react';
import { useReader } from '../frame/reader.ts';
import { useUnread } from './unread-counts.ts';

/** While a page with counts is open: hears of what was read or written elsewhere. What listens is loaded afterwards. */
export function useUnreadEar(): void {
  const { refresh } = useUnread();
  const me = useReader().asker?.id;

  useEffect(() => {
    if (!me) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    import('./hear-unread.ts')
      .then(({ hearUnread }) => {
        if (!isGone) stop = hearUnread(me, refresh);
      })
      .catch(() => {});
    return () => {
      isGone = true;
      stop?.();
    };
  }, [me, refresh]);
}
