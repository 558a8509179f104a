import { TabLinks } from '#app/ui/tab-links.tsx';
import { shownCount, useUnread } from '../unread/unread-counts.ts';
import { useUnreadEar } from '../unread/use-unread-ear.ts';

/** The places of a circle. */
export function CircleTabs({ circleId }: { circleId: string }) {
  const unread = useUnread().of(circleId);
  useUnreadEar();
  const place = `/circles/${circleId}`;

  return (
    <TabLinks
      label="Circle"
      items={[
        { to: place, label: 'Circle', end: true },
        { to: `${place}/room`, label: 'Between meetings', count: shownCount(unread) },
        { to: `${place}/plan`, label: 'Meetings' },
        { to: `${place}/rota`, label: 'Rota' },
        { to: `${place}/invitations`, label: 'Invitations' },
        { to: `${place}/settings`, label: 'Settings' },
      ]}
    />
  );
}
