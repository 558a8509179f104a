import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Icon } from '#app/ui/icon.tsx';
import { useRoomParts } from './room-context.ts';
import type { View } from './view-tabs.tsx';

const places: { kept: RegExp; view: View; words: string }[] = [
  { kept: /^item/, view: 'agenda', words: 'A topic was not accepted. See Agenda.' },
  { kept: /^(decision|action)/, view: 'outcome', words: 'Something was not accepted. See Decided.' },
];

/** In the talk of a small screen: in which other view own words are kept that could not be taken. Pressing it goes there. */
export function RefusedElsewhere() {
  const { state } = useRoomParts();
  return (
    <div role="status" className="lg:hidden">
      {places.map(({ kept, view, words }) =>
        state.pending.some(({ command, progress }) => progress === 'refused' && kept.test(command.kind)) ? (
          <button
            key={view}
            type="button"
            onClick={() => goTo(view)}
            className="flex min-h-11 cursor-pointer items-center gap-2 px-1 text-sm text-warn"
          >
            <Icon of={TriangleAlert} size="small" />
            {words}
          </button>
        ) : null,
      )}
    </div>
  );
}

/** The focus goes along: a small screen shows the talk no more. */
function goTo(view: View): void {
  const tab = document.getElementById(`view-${view}`);
  tab?.click();
  tab?.focus();
}
