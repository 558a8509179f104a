import { buttonLook } from '#app/ui/button-look.ts';

/** What a page says whose sign-in was ended elsewhere, wherever on it that stands. */
export const coveredWords = {
  title: 'You are not signed in here any more.',
  more: 'So that nobody else reads it, this page is covered. What you began stays in this tab: sign in, then come back to it.',
};

/** Leads to the sign-in and back to this address, in a tab of its own: this one keeps what was begun. */
export function SignInAgain({ back }: { back: string }) {
  const address = `/sign-in?${new URLSearchParams({ back })}`;
  return (
    <a href={address} target="_blank" rel="noreferrer" className={buttonLook('quiet', 'small')}>
      Sign in
    </a>
  );
}
