import CalendarDays from 'lucide-react/icons/calendar-days';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import UserRound from 'lucide-react/icons/user-round';
import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/button-link.tsx';
import { PublicShell } from '#app/ui/public-shell.tsx';
import { Shell } from '#app/ui/shell.tsx';
import { AccountMenu } from './account-menu.tsx';

/** What every page knows: who is reading, which circles are theirs. */
export type Reader = {
  asker: { id: string; name: string; isOrganizer: boolean } | null;
  circles: { id: string; name: string }[];
};

/** How a page wants to be framed; a route says so with `export const handle = {...} satisfies FrameHandle`. */
export type FrameHandle = {
  /** For people who are signed in: `fill` takes exactly the screen, `text` is one column. `page` unless told. */
  signedIn?: 'page' | 'text' | 'fill';
  /** For everyone else: `narrow` is one form in the middle, and what they get unless told. */
  signedOut?: 'narrow' | 'page';
};

type FrameProps = { reader: Reader; handle: FrameHandle; children: ReactNode };

/** How many circles stand in the navigation itself; Today shows all of them. */
const circlesInReach = 3;

/** The frame around every page. */
export function Frame({ reader: { asker, circles }, handle, children }: FrameProps) {
  if (!asker) {
    return (
      <PublicShell width={handle.signedOut} actions={<SignInLink />}>
        {children}
      </PublicShell>
    );
  }
  const mine = circles.slice(0, circlesInReach).map((circle) => ({
    to: `/circles/${circle.id}`,
    label: circle.name,
    icon: CircleDashed,
  }));
  const links = [
    { to: '/today', label: 'Today', icon: CalendarDays },
    ...mine,
    { to: '/me', label: 'Me', icon: UserRound, end: true },
  ];

  return (
    <Shell
      links={links}
      home="/today"
      width={handle.signedIn}
      account={{ id: asker.id, name: asker.name, menu: <AccountMenu isOrganizer={asker.isOrganizer} /> }}
    >
      {children}
    </Shell>
  );
}

function SignInLink() {
  return (
    <ButtonLink to="/sign-in" kind="plain">
      Sign in
    </ButtonLink>
  );
}
