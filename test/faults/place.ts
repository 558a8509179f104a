// Where one tab of one person is in a run: its gate, the page that is loaded there now, and what it does.
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { type Act, nextAct } from './acts.ts';
import type { Dice } from './dice.ts';
import { type Gate, openGate } from './gate.ts';
import type { History } from './history.ts';
import { openTab, type Seat, type Tab } from './tab.ts';
import type { World } from './world.ts';

export type Place = {
  room: string;
  person: string;
  gate: Gate;
  tab: () => Tab;
  /** The page crashes and is loaded anew. */
  reload: () => Promise<void>;
  note: (what: string, more?: unknown) => void;
  close: () => void;
};

/** Lines that wait: nobody writes on and on while nothing goes out. */
const MOST_WAITING = 30;

/** Takes a place: opens its gate, which leads to any of the servers that are up, and loads the page, with nothing on it yet. */
export async function takePlace(
  world: World,
  history: History,
  dice: Dice,
  seat: Omit<Seat, 'port'>,
  start: MeetingState,
): Promise<Place> {
  const upstream = () => dice.one(world.servers.filter((server) => server.isUp()))?.port ?? null;
  const gate = await openGate(dice, upstream);
  let loads = 0;
  const load = (meeting: MeetingState) => {
    loads += 1;
    return openTab({ ...seat, port: gate.port, name: `${seat.name}.${loads}` }, meeting, history);
  };
  let tab = load(start);
  return {
    room: seat.room,
    person: seat.person,
    gate,
    tab: () => tab,
    async reload() {
      const { meeting } = tab.store.get();
      await tab.vanish();
      tab = load(meeting);
    },
    note: (what, more) => history.note({ do: 'fault', what, more: { tab: tab.name, more } }),
    close() {
      void tab.vanish();
      gate.close();
    },
  };
}

/** Does something in the notes, about every `pace` ms, until told to stop. */
export function keepNoting(place: Place, dice: Dice, pace: number): () => void {
  let timer: NodeJS.Timeout;
  function next(): void {
    timer = setTimeout(next, dice.between(pace * 0.2, pace * 1.8));
    place.tab().notes?.act(dice);
  }
  timer = setTimeout(next, pace);
  return () => clearTimeout(timer);
}

/** Does one thing after the other, about every `pace` ms, until told to stop. */
export function keepActing(place: Place, dice: Dice, pace: number, act: Act = nextAct): () => void {
  let timer: NodeJS.Timeout;
  function next(): void {
    timer = setTimeout(next, dice.between(pace * 0.2, pace * 1.8));
    const { store, act: send } = place.tab();
    const { pending, connection } = store.get();
    const waiting = pending.filter(({ progress }) => progress !== 'refused');
    if (waiting.length > MOST_WAITING || connection === 'connecting' || connection === 'cut') return;
    const command = act(store.get(), dice);
    if (command) send(command);
  }
  timer = setTimeout(next, dice.between(0, pace));
  return () => clearTimeout(timer);
}
