/** The item that runs. */
import type { AgendaItem, ItemClock } from './agenda.ts';
import type { Logged, MeetingEvent } from './events.ts';
import { change } from './evolve-agenda.ts';
import { endTurn, newItem } from './floor.ts';
import type { MeetingState } from './state.ts';
import { type ClockEvent, evolveClock, extendClock } from './timebox.ts';

type ClocksEvent = Logged<
  Extract<
    MeetingEvent,
    { kind: 'item.started' | 'item.paused' | 'item.resumed' | 'item.extended' | 'item.finished' }
  >
>;

const happened: Record<Exclude<ClocksEvent['kind'], 'item.extended'>, ClockEvent> = {
  'item.started': 'started',
  'item.paused': 'paused',
  'item.resumed': 'resumed',
  'item.finished': 'finished',
};

export function evolveClocks(state: MeetingState, event: ClocksEvent): MeetingState {
  const items = withClock(state.items, event.item, (clock) =>
    event.kind === 'item.extended'
      ? extendClock(clock, event.ms)
      : evolveClock(clock, happened[event.kind], event.at),
  );
  if (event.kind === 'item.started') {
    return { ...state, items, running: event.item, floor: newItem(endTurn(state.floor, event.at)) };
  }
  if (event.kind === 'item.finished') {
    return { ...state, items, running: state.running === event.item ? null : state.running };
  }
  return { ...state, items };
}

function withClock(
  items: readonly AgendaItem[],
  id: string,
  turn: (clock: ItemClock) => ItemClock,
): readonly AgendaItem[] {
  const item = items.find((one) => one.id === id);
  return item ? change(items, id, { clock: turn(item.clock) }) : items;
}
