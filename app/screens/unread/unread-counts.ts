import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { sayUnread } from '#app/domain/talk/read-mark.ts';

/** How much is new to the reader, by circle. */
export type UnreadByCircle = Record<string, number>;

type Unread = {
  of: (circle: string) => number;
  /** Asks the server anew. */
  refresh: () => void;
};

const UnreadContext = createContext<Unread>({ of: () => 0, refresh: () => {} });
export const UnreadProvider = UnreadContext.Provider;

export function useUnread(): Unread {
  return useContext(UnreadContext);
}

/** What the page was made with, until the server has been asked anew; the newer of the two counts. */
export function useUnreadCounts(circles: readonly { id: string; unread: number }[]): Unread {
  const [asked, setAsked] = useState<UnreadByCircle | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page was made anew
  useEffect(() => setAsked(null), [circles]);
  const refresh = useCallback(() => void ask().then((counts) => counts && setAsked(counts)), []);
  return useMemo(() => {
    const made = new Map(circles.map(({ id, unread }) => [id, unread]));
    return { of: (circle) => asked?.[circle] ?? made.get(circle) ?? 0, refresh };
  }, [circles, asked, refresh]);
}

async function ask(): Promise<UnreadByCircle | null> {
  const answer = await fetch('/unread', { headers: { accept: 'application/json' } }).catch(() => null);
  const isCounts = answer?.ok && answer.headers.get('content-type')?.startsWith('application/json');
  return isCounts ? ((await answer.json()) as UnreadByCircle) : null;
}

/** A count as it is shown beside a name; nothing for none. */
export function shownCount(unread: number): string | undefined {
  return unread > 0 ? sayUnread(unread) : undefined;
}
