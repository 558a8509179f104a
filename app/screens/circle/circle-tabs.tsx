import { TabLinks } from '#app/ui/tab-links.tsx';

/** The places of a circle. */
export function CircleTabs({ circleId }: { circleId: string }) {
  const place = `/circles/${circleId}`;

  return (
    <TabLinks
      label="Circle"
      items={[
        { to: place, label: 'Circle', end: true },
        { to: `${place}/room`, label: 'Between meetings' },
        { to: `${place}/plan`, label: 'Meetings' },
        { to: `${place}/rota`, label: 'Rota' },
        { to: `${place}/invitations`, label: 'Invitations' },
        { to: `${place}/settings`, label: 'Settings' },
      ]}
    />
  );
}
