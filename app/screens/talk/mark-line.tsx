import Flag from 'lucide-react/icons/flag';
import Gavel from 'lucide-react/icons/gavel';
import Hourglass from 'lucide-react/icons/hourglass';
import ListOrdered from 'lucide-react/icons/list-ordered';
import CheckSquare from 'lucide-react/icons/square-check-big';
import Star from 'lucide-react/icons/star';
import { sayClock } from '#app/domain/calendar/say-time.ts';
import { Icon, type IconDrawing } from '#app/ui/icon.tsx';
import { kept } from '#app/ui/kept.tsx';
import { Time } from '#app/ui/time.tsx';
import { RichText } from './rich-text.tsx';
import type { TalkMark } from './talk-entries.ts';

const icons: Record<TalkMark['kind'], IconDrawing> = {
  item: ListOrdered,
  lead: Star,
  decision: Gavel,
  action: CheckSquare,
  meeting: Flag,
  time: Hourglass,
};

type MarkLineProps = { mark: TalkMark; zone: string };

/** Something that happened, between the lines. */
export const MarkLine = import.meta.env.SSR
  ? kept('mark-line', DrawnMark, ({ mark, zone }) => JSON.stringify([mark, zone]))
  : DrawnMark;

function DrawnMark({ mark, zone }: MarkLineProps) {
  return (
    <p className="flex items-start gap-2 border-l-3 border-line py-0.5 pl-3 text-sm text-ink-soft">
      <Icon of={icons[mark.kind]} size="small" className="mt-0.5" />
      <span className="in-its-direction min-w-0 flex-1 break-words">
        {mark.kind === 'decision' ? <RichText text={mark.text} /> : mark.text}
      </span>
      <Time iso={new Date(mark.at).toISOString()} className="text-xs">
        {sayClock(mark.at, zone)}
      </Time>
    </p>
  );
}

/** From here on a reader has not seen anything yet. */
export function NewLine() {
  return (
    <p className="flex items-center gap-3 text-xs font-semibold text-accent before:h-px before:flex-1 before:bg-accent after:h-px after:flex-1 after:bg-accent">
      New
    </p>
  );
}
