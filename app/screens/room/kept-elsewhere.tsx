import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Icon } from '#app/ui/icon.tsx';
import { useRoomParts } from './room-context.ts';

const places = [
  { kept: /^item/, view: 'view-agenda', words: 'A topic was not accepted. See Agenda.' },
  { kept: /^(decision|action)/, view: 'view-outcome', words: 'Something was not accepted. See Decided.' },
];

/** In the talk of a small screen: in which other view own words are kept that could not be taken. Pressing it goes there. */
export function KeptElsewhere() {
  const { state } = useRoomParts();
  return places.map(({ kept, view, words }) =>
    state.pending.some(({ command, progress }) => progress === 'refused' && kept.test(command.kind)) ? (
      <label
        key={view}
        htmlFor={view}
        className="flex min-h-11 cursor-pointer items-center gap-2 px-1 text-sm text-warn lg:hidden"
      >
        <Icon of={TriangleAlert} size="small" />
        {words}
      </label>
    ) : null,
  );
}
