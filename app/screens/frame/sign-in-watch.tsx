import { type ComponentType, useEffect, useState } from 'react';
import type { WatchedSignIn } from './sign-in-ended.tsx';

/** Looks after the sign-in that a page was made with. What does it is loaded afterwards. */
export function SignInWatch(watched: WatchedSignIn) {
  const [Ended, setEnded] = useState<ComponentType<WatchedSignIn> | null>(null);
  useEffect(() => {
    import('./sign-in-ended.tsx').then(
      (loaded) => setEnded(() => loaded.SignInEnded),
      () => {},
    );
  }, []);
  return Ended ? <Ended {...watched} /> : null;
}
