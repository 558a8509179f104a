import { useLocation } from '@remix-run/react';
import { useEffect } from 'react';
import { Notice } from '#app/ui/notice.tsx';
import { coveredWords, SignInAgain } from './sign-in-again.tsx';
import { watchSignIn } from './watch-sign-in.ts';

export type WatchedSignIn = {
  /** For whom the page was made. */
  person: string;
  isCovered: boolean;
  /** Covers the page, or shows it again. */
  cover: (isCovered: boolean) => void;
};

/** Covers the page when its sign-in was ended elsewhere, and says why. */
export function SignInEnded({ person, isCovered, cover }: WatchedSignIn) {
  const { pathname, search } = useLocation();
  useEffect(() => {
    const leave = watchSignIn(person, cover);
    return () => {
      leave();
      cover(false);
    };
  }, [person, cover]);
  if (!isCovered) return null;
  return (
    <div className="mx-auto w-full max-w-page animate-late p-4 sm:px-6">
      <Notice
        kind="warn"
        live="polite"
        title={coveredWords.title}
        actions={<SignInAgain back={pathname + search} />}
      >
        {coveredWords.more}
      </Notice>
    </div>
  );
}
