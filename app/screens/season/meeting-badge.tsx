import type { RotaMeetingView } from '#app/domain/season/rota-view.ts';
import { Badge } from '#app/ui/badge.tsx';

/** How a meeting stands, in a word; nothing for one that is simply ahead. */
export function MeetingBadge({ status }: Pick<RotaMeetingView, 'status'>) {
  if (status === 'live') return <Badge kind="good">On now</Badge>;
  if (status === 'closed') return <Badge>Held</Badge>;
  return status === 'skipped' ? <Badge kind="warn">Skipped</Badge> : null;
}
