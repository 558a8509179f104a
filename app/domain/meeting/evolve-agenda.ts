/** Items come, change, move and go; the list is always in order. */
import { type AgendaItem, idleClock, inOrder } from './agenda.ts';
import type { Logged, MeetingEvent } from './events.ts';

type AgendaEvent = Logged<
  Extract<
    MeetingEvent,
    { kind: 'item.proposed' | 'item.edited' | 'item.withdrawn' | 'item.moved' | 'agenda.rekeyed' }
  >
>;

export function evolveAgenda(items: readonly AgendaItem[], event: AgendaEvent): readonly AgendaItem[] {
  switch (event.kind) {
    case 'item.proposed':
      return inOrder([...items, proposed(event)]);
    case 'item.edited': {
      const { title, itemKind, minutes, bringer, help } = event;
      return change(items, event.item, { title, itemKind, minutes, bringer, help });
    }
    case 'item.withdrawn':
      return change(items, event.item, { withdrawn: true });
    case 'item.moved':
      return inOrder(change(items, event.item, { key: event.key }));
    case 'agenda.rekeyed':
      return inOrder(items.map((item) => ({ ...item, key: event.keys[item.id] ?? item.key })));
  }
}

/** The items with one of them changed. */
export function change(
  items: readonly AgendaItem[],
  id: string,
  changes: Partial<AgendaItem>,
): readonly AgendaItem[] {
  return items.map((item) => (item.id === id ? { ...item, ...changes } : item));
}

function proposed(event: Extract<AgendaEvent, { kind: 'item.proposed' }>): AgendaItem {
  const { item: id, key, title, itemKind, minutes, bringer, help, carried, votes } = event;
  return {
    ...{ id, key, title, itemKind, minutes, bringer, help, carried, votes },
    proposer: event.actor,
    proposedAt: event.at,
    withdrawn: false,
    clock: idleClock,
  };
}
