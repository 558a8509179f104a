/** The item that runs. */
import type { AgendaItem } from './agenda.ts';
import type { Logged, MeetingEvent } from './events.ts';
import { change } from './evolve-agenda.ts';
import { endTurn, newItem } from './floor.ts';
import type { MeetingState } from './state.ts';
import { type ClockEvent, elapsedMs, evolveClock, extendClock } from './timebox.ts';

type ClocksEvent = Logged<
  Extract<
    MeetingEvent,
    {
      kind:
        | 'item.started'
        | 'item.paused'
        | 'item.resumed'
        | 'item.extended'
        | 'item.finished'
        | 'phase.started';
    }
  >
>;

const happened: Record<Exclude<ClocksEvent['kind'], 'item.extended' | 'phase.started'>, ClockEvent> = {
  'item.started': 'started',
  'item.paused': 'paused',
  'item.resumed': 'resumed',
  'item.finished': 'finished',
};

export function evolveClocks(state: MeetingState, event: ClocksEvent): MeetingState {
  const known = state.items.find((one) => one.id === event.item);
  if (!known) return state;
  const items = change(state.items, known.id, turned(known, event));
  if (event.kind === 'item.started') {
    return { ...state, items, running: event.item, floor: newItem(endTurn(state.floor, event.at)) };
  }
  if (event.kind === 'item.finished') {
    return { ...state, items, running: state.running === event.item ? null : state.running };
  }
  return { ...state, items };
}

function turned({ clock, course, extensions }: AgendaItem, event: ClocksEvent): Partial<AgendaItem> {
  if (event.kind === 'phase.started') {
    const begun = {
      index: event.phase,
      fromMs: elapsedMs(clock, event.at),
      extraMs: 0,
      since: event.version,
    };
    return { course: [...course, begun] };
  }
  if (event.kind !== 'item.extended') {
    const at = event.kind === 'item.finished' ? (event.until ?? event.at) : event.at;
    return { clock: evolveClock(clock, happened[event.kind], at) };
  }
  const last = course.at(-1);
  return {
    clock: extendClock(clock, event.ms),
    extensions: [...extensions, event.ms],
    // The time goes to the phase that is on.
    course: last ? [...course.slice(0, -1), { ...last, extraMs: last.extraMs + event.ms }] : course,
  };
}
