import { useLocation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { buttonLook } from '#app/ui/button-look.ts';
import { Notice } from '#app/ui/notice.tsx';
import { watchSignIn } from './watch-sign-in.ts';

export type WatchedSignIn = {
  /** For whom the page was made. */
  person: string;
  /** Covers the page, or shows it again. */
  cover: (isCovered: boolean) => void;
};

/** Why the page is covered, once its sign-in was ended from elsewhere. */
export function SignInEnded({ person, cover }: WatchedSignIn) {
  const { pathname, search } = useLocation();
  const [isEnded, setIsEnded] = useState(false);
  useEffect(() => watchSignIn(person, setIsEnded), [person]);
  useEffect(() => {
    cover(isEnded);
    return () => cover(false);
  }, [isEnded, cover]);
  if (!isEnded) return null;

  const back = new URLSearchParams({ back: pathname + search });
  return (
    <div className="mx-auto w-full max-w-page p-4 sm:px-6">
      <Notice
        kind="warn"
        live="polite"
        title="You are not signed in here any more."
        actions={
          // In a tab of its own: this one keeps what was begun.
          <a
            href={`/sign-in?${back}`}
            target="_blank"
            rel="noreferrer"
            className={buttonLook('quiet', 'small')}
          >
            Sign in
          </a>
        }
      >
        So that nobody else reads it, this page is covered. What you began stays in this tab: sign in, then
        come back to it.
      </Notice>
    </div>
  );
}
