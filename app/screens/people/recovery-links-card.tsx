import { Card } from '#app/ui/card.tsx';
import { Time } from '#app/ui/time.tsx';

/**
 * `when` is said in the reader's zone; `maker` is the organizer, and null when the link was mailed or made by whoever runs
 * the server (`isRescue`).
 */
export type MadeForMe = {
  id: string;
  maker: string | null;
  isRescue: boolean;
  when: string;
  whenIso: string;
  state: 'open' | 'used' | 'expired';
};

const states = {
  open: 'It can still be used.',
  used: 'It was used.',
  expired: 'It was not used and no longer works.',
};

/** Who made a link into this account, and when: nobody should do so in silence. */
export function RecoveryLinksCard({ links }: { links: MadeForMe[] }) {
  if (links.length === 0) return null;
  return (
    <Card title="Links to recover your access" id="links">
      <p className="text-ink-soft">
        Made in the last 30 days. If you know nothing of one, change your password: that ends it.
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {links.map((link) => (
          <li key={link.id} className="py-3">
            <Time iso={link.whenIso}>{link.when}</Time>: {originOf(link)} {states[link.state]}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function originOf({ maker, isRescue }: MadeForMe): string {
  if (isRescue) return 'Whoever runs this server made one.';
  return maker ? `${maker} made one for you.` : 'One was mailed to you.';
}
