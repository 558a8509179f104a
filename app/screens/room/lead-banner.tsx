import Star from 'lucide-react/icons/star';
import { firstInLine } from '#app/domain/meeting/decide-lead.ts';
import { permissionsOf } from '#app/domain/meeting/may.ts';
import { isPresent } from '#app/domain/meeting/state.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { type Room, useNow, useRoomParts } from './room-context.ts';

/** When the lead is missing, or lent: who may take it, with one click. */
export function LeadBanner() {
  const room = useRoomParts();
  const now = useNow();
  const { meeting, me, act } = room;
  const { takeLead } = permissionsOf(meeting, me, now);
  const { holder } = meeting.lead;
  const isMissing = holder === null || !isPresent(meeting, holder);

  if (holder === me || (!isMissing && takeLead === null)) return null;
  // Before the hour nobody is late yet; whoever is next in line is told all the same.
  if (isMissing && takeLead === null && now < meeting.startsAt) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-lead bg-lead-soft px-3 py-1.5 text-sm md:px-4">
      <p className="flex min-w-0 items-center gap-2">
        <Icon of={Star} size="small" className="text-lead" />
        {wordsFor(room, now, takeLead)}
      </p>
      {takeLead ? (
        <Button type="button" size="small" kind="primary" onClick={() => act({ kind: 'lead.take' })}>
          {takeLead === 'taken-back' ? 'Take the lead back' : 'Take the lead'}
        </Button>
      ) : null}
    </div>
  );
}

function wordsFor({ meeting, me, nameOf }: Room, now: number, takeLead: string | null): string {
  const { holder } = meeting.lead;
  if (takeLead === 'taken-back')
    return `You handed the lead to ${holder ? nameOf(holder) : 'somebody'}. It comes back with one click.`;
  const missing = holder
    ? `${nameOf(holder)} leads today and is not here${now < meeting.startsAt ? ' yet' : ''}.`
    : 'Nobody leads today.';
  const first = firstInLine(meeting);
  if (first === me) return `${missing} You are next in line.`;
  if (takeLead) return `${missing} Anybody here may take the lead now.`;
  return first ? `${missing} ${nameOf(first)} is next in line.` : missing;
}
