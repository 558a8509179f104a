/** Items come, change, move and go; the list is always in order. */
import { type AgendaItem, draftOf, idleClock, inOrder } from './agenda.ts';
import type { Logged, MeetingEvent } from './events.ts';

type AgendaEvent = Logged<
  Extract<
    MeetingEvent,
    {
      kind:
        | 'item.proposed'
        | 'item.edited'
        | 'item.withdrawn'
        | 'item.returned'
        | 'item.moved'
        | 'item.kept'
        | 'seat.given'
        | 'agenda.rekeyed'
        | 'agenda.absorbed';
    }
  >
>;

const stands = { withdrawn: false, setAside: null, recalled: false };

/** Withdrawn, and how: by hand, used up by topics (A11), or because it stands on another agenda (H6). */
function goneBy({ setAside, recalled }: Extract<AgendaEvent, { kind: 'item.withdrawn' }>) {
  return { withdrawn: true, setAside: setAside ?? null, recalled: recalled ?? false };
}

export function evolveAgenda(items: readonly AgendaItem[], event: AgendaEvent): readonly AgendaItem[] {
  switch (event.kind) {
    case 'item.proposed':
      return inOrder([...items, proposed(event)]);
    case 'item.edited':
      return change(items, event.item, draftOf(event));
    case 'item.withdrawn':
      return change(items, event.item, goneBy(event));
    case 'item.returned':
      return change(items, event.item, { ...draftOf(event), ...stands });
    case 'item.moved':
      return inOrder(change(items, event.item, { key: event.key }));
    case 'item.kept':
      return change(items, event.item, { kept: true });
    case 'seat.given':
      return change(items, event.item, { bringer: event.person });
    case 'agenda.absorbed':
      return items.map((item) => absorbed(item, event));
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
  const { item: id, key, carried, votes } = event;
  return {
    ...{ id, key, ...draftOf(event), carried, votes },
    proposer: event.actor,
    proposedAt: event.at,
    ...stands,
    clock: idleClock,
    run: event.run ?? null,
    ...{ course: [], extensions: [], dropped: false, kept: false },
  };
}

function absorbed(item: AgendaItem, event: Extract<AgendaEvent, { kind: 'agenda.absorbed' }>): AgendaItem {
  const less = event.taken.find((one) => one.item === item.id)?.minutes ?? 0;
  const dropped = (item.dropped || event.dropped.includes(item.id)) && !event.back.includes(item.id);
  return less > 0 || dropped !== item.dropped ? { ...item, minutes: item.minutes - less, dropped } : item;
}
