import CalendarDays from 'lucide-react/icons/calendar-days';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import UserRound from 'lucide-react/icons/user-round';
import { type ReactNode, useState } from 'react';
import { Shell } from '#app/ui/shell.tsx';
import { shownCount, UnreadProvider, useUnreadCounts } from '../unread/unread-counts.ts';
import { AccountMenu } from './account-menu.tsx';
import { GuestFrame } from './guest-frame.tsx';
import { useFrameHandle, useReader } from './reader.ts';
import { SignInWatch } from './sign-in-watch.tsx';
import { useLeaveWithOthers } from './signed-out-tabs.ts';

/** How many circles stand in the navigation itself; Today shows all of them. */
const circlesInReach = 3;

/** The frame for people who are signed in. A visitor who is not sees their own: some pages answer both. */
export function MemberFrame({ children }: { children: ReactNode }) {
  const { asker, circles } = useReader();
  const { signedIn } = useFrameHandle();
  const unread = useUnreadCounts(circles);
  const [isCovered, cover] = useState(false);
  useLeaveWithOthers(asker !== null);
  if (!asker) return <GuestFrame>{children}</GuestFrame>;
  const mine = circles.slice(0, circlesInReach).map((circle) => ({
    to: `/circles/${circle.id}`,
    label: circle.name,
    icon: CircleDashed,
    count: shownCount(unread.of(circle.id)),
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
      width={signedIn}
      banner={<SignInWatch person={asker.id} isCovered={isCovered} cover={cover} />}
      isCovered={isCovered}
      account={{ id: asker.id, name: asker.name, menu: <AccountMenu isOrganizer={asker.isOrganizer} /> }}
    >
      <UnreadProvider value={unread}>{children}</UnreadProvider>
    </Shell>
  );
}
