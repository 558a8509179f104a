import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { fullnessOf } from '#app/domain/meeting/agenda-news.ts';
import { Icon } from '#app/ui/icon.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import type { Agenda } from './use-agenda.ts';

/** The sum of minutes against the meeting's length. */
export function Fullness({ agenda: { meeting } }: { agenda: Agenda }) {
  const { sentence, share, over } = fullnessOf(meeting);

  return (
    <ProgressBar
      label="Planned"
      value={share}
      detail={
        over > 0 ? (
          <strong className="inline-flex items-center gap-1.5 text-warn">
            <Icon of={TriangleAlert} size="small" />
            {sentence}
          </strong>
        ) : (
          sentence
        )
      }
    />
  );
}
