import { useRevalidator } from '@remix-run/react';
import { type ComponentType, useEffect, useState } from 'react';
import type { WatchedSignIn } from './sign-in-ended.tsx';

/**
 * Looks after the sign-in that a page was made with. What does it is loaded afterwards. Where it could not be, some browsers
 * never try again: then the page is read anew whenever somebody comes back, and that leads to the sign-in, too.
 */
export function SignInWatch(watched: WatchedSignIn) {
  const [Ended, setEnded] = useState<ComponentType<WatchedSignIn> | null>(null);
  const { revalidate } = useRevalidator();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a page
  useEffect(() => {
    import('./sign-in-ended.tsx').then(
      (loaded) => setEnded(() => loaded.SignInEnded),
      () => document.addEventListener('visibilitychange', revalidate),
    );
  }, []);
  return Ended ? <Ended {...watched} /> : null;
}
