import { type AgendaItem, listedItems } from '#app/domain/meeting/agenda.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';

/** The item that runs or is paused, if there is one. */
export function runningItem({
  items,
  running,
}: Pick<MeetingState, 'items' | 'running'>): AgendaItem | undefined {
  return items.find(({ id }) => id === running);
}

/** The item that `next` would start. */
export function nextItem({ items }: Pick<MeetingState, 'items'>): AgendaItem | undefined {
  return listedItems(items).find(({ clock, dropped }) => clock.state === 'idle' && !dropped);
}

/** What kind of item it is, in a word or two; nothing for an ordinary topic. */
export function kindInWords({ itemKind }: Pick<AgendaItem, 'itemKind'>): string | null {
  return { topic: null, 'hot-seat': 'Hot seat', 'check-in': 'Check-in', fixed: null, closing: 'Closing' }[
    itemKind
  ];
}
