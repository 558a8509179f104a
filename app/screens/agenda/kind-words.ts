import Armchair from 'lucide-react/icons/armchair';
import Flag from 'lucide-react/icons/flag';
import ListChecks from 'lucide-react/icons/list-checks';
import MessagesSquare from 'lucide-react/icons/messages-square';
import Sunrise from 'lucide-react/icons/sunrise';
import type { ItemKind } from '#app/domain/meeting/agenda.ts';
import type { IconDrawing } from '#app/ui/icon.tsx';

/** What the kinds of items are called, drawn as, and good for. */
export const kinds: Readonly<Record<ItemKind, { label: string; icon: IconDrawing; hint: string }>> = {
  topic: { label: 'Topic', icon: MessagesSquare, hint: 'something to talk about' },
  'hot-seat': { label: 'Hot seat', icon: Armchair, hint: 'one member’s challenge has everyone’s attention' },
  'check-in': { label: 'Check-in', icon: Sunrise, hint: 'how everyone is' },
  fixed: { label: 'Step', icon: ListChecks, hint: 'a set part of the meeting' },
  closing: { label: 'Closing', icon: Flag, hint: 'how the meeting ends' },
};
