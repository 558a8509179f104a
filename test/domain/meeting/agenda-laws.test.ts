/** What holds for the agenda and its clocks in every life of a meeting. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AgendaItem, inOrder, isFrozen, KEY_LIMIT } from '#app/domain/meeting/agenda.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import { elapsedMs, remainingMs } from '#app/domain/meeting/timebox.ts';
import { type Happened, life, live } from './meeting-arbitrary.ts';

const runs = { numRuns: 150 };
const ids = (items: readonly AgendaItem[]) => items.map((item) => item.id);
const upToLastFrozen = (state: MeetingState) => state.items.slice(0, state.items.findLastIndex(isFrozen) + 1);

/** When a clock that this stopped had stood: a forgotten meeting was over before it was closed (H4). */
const stoodAt = ({ events, at }: Happened) =>
  events.flatMap((event) => (event.kind === 'item.finished' ? (event.until ?? []) : []))[0] ?? at;

function always(law: (happened: Happened) => void): void {
  fc.assert(
    fc.property(life, (random) => {
      live(random).happened.forEach(law);
    }),
    runs,
  );
}

test('A1 the agenda is in the order of (key, id), with no key twice', () => {
  always(({ after }) => {
    expect(ids(after.items)).toEqual(ids(inOrder(after.items)));
    expect(new Set(after.items.map((item) => item.key)).size).toBe(after.items.length);
    expect(new Set(ids(after.items)).size).toBe(after.items.length);
  });
});

test('A1 no step loses or doubles an item; only proposing adds one', () => {
  always(({ before, after, events }) => {
    const added = events.flatMap((event) => (event.kind === 'item.proposed' ? [event.item] : []));
    expect([...ids(after.items)].sort()).toEqual([...ids(before.items), ...added].sort());
  });
});

test('A1 a move changes the place of one item alone', () => {
  always(({ before, after, command }) => {
    if (command.kind !== 'item.move') return;
    const others = (state: MeetingState) => ids(state.items).filter((id) => id !== command.item);
    expect(others(after)).toEqual(others(before));
  });
});

test('A3 what has started keeps its order, and nothing comes before it that was not there', () => {
  always(({ before, after }) => {
    const old = upToLastFrozen(before);
    const last = old.at(-1)?.id;
    const now = after.items.slice(0, after.items.findIndex((item) => item.id === last) + 1);
    expect(ids(old)).toEqual(expect.arrayContaining(ids(now)));
    expect(ids(now.filter((item) => old.some((one) => one.id === item.id && isFrozen(one))))).toEqual(
      ids(old.filter(isFrozen)),
    );
    expect(ids(old).filter((id) => ids(now).includes(id))).toEqual(ids(now));
  });
});

test('A4 a move that gives events is one that members see', () => {
  always(({ before, after, command, events }) => {
    if (command.kind !== 'item.move' || events.length === 0) return;
    const seen = (state: MeetingState) => ids(state.items.filter((item) => !item.withdrawn));
    expect(seen(after)).not.toEqual(seen(before));
  });
});

test('A6 no key stays longer than the limit', () => {
  always(({ after }) => {
    for (const item of after.items) expect(item.key.length).toBeLessThanOrEqual(KEY_LIMIT);
  });
});

test('C4 at most one item runs or is paused, and it is the one the state names', () => {
  always(({ after }) => {
    const busy = after.items.filter(({ clock }) => clock.state === 'running' || clock.state === 'paused');
    expect(ids(busy)).toEqual(after.running === null ? [] : [after.running]);
    for (const { clock } of after.items) expect(clock.startedAt !== null).toBe(clock.state === 'running');
  });
});

test('C2 C3 between two commands a paused clock stands still and a running one loses what passes', () => {
  always(({ before, at }) => {
    for (const item of before.items) {
      const [soon, later] = [remainingMs(item, at), remainingMs(item, at + 1_234)];
      expect(soon - later).toBe(item.clock.state === 'running' ? 1_234 : 0);
    }
  });
});

test('C1 no command but an extension changes what is left at its own instant, H4 or at that at which it was over', () => {
  always((happened) => {
    const { before, after, at, events } = happened;
    for (const item of before.items) {
      const early = item.clock.state === 'running' ? at - stoodAt(happened) : 0;
      const extended = events.reduce(
        (sum, event) => (event.kind === 'item.extended' && event.item === item.id ? sum + event.ms : sum),
        0,
      );
      const now = after.items.find((one) => one.id === item.id);
      if (!now || now.minutes !== item.minutes) continue;
      expect(remainingMs(now, at) - remainingMs(item, at)).toBe(extended + early);
    }
  });
});

test('C1 the items’ times add up to the time in which a clock ran', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { happened, state } = live(random);
      let ran = 0;
      let last = happened[0]?.at ?? 0;
      for (const one of happened) {
        if (one.before.items.some(({ clock }) => clock.state === 'running')) ran += stoodAt(one) - last;
        last = one.at;
      }
      expect(state.items.reduce((sum, { clock }) => sum + elapsedMs(clock, last), 0)).toBe(ran);
    }),
    runs,
  );
});

test('C1 an item’s time lies between its beginning and its end, and items do not overlap', () => {
  fc.assert(
    fc.property(life, (random) => {
      const { items } = live(random).state;
      const done = items.flatMap(({ clock }) =>
        clock.begunAt !== null && clock.finishedAt !== null ? [[clock.begunAt, clock.finishedAt, clock]] : [],
      ) as [number, number, AgendaItem['clock']][];
      for (const [begun, finished, clock] of done) {
        expect(clock.accumulatedMs).toBeLessThanOrEqual(finished - begun);
      }
      done.sort(([a, aEnd], [b, bEnd]) => a - b || aEnd - bEnd);
      done.forEach(([, end], index) => {
        expect(done[index + 1]?.[0] ?? end).toBeGreaterThanOrEqual(end);
      });
    }),
    runs,
  );
});

test('C5 a stale rev never has an effect, and every turn of a clock changes the rev', () => {
  always(({ before, after, command, events }) => {
    if (!('rev' in command)) return;
    const was = before.items.find((item) => item.id === command.item)?.clock.rev;
    if (was !== command.rev) expect(events).toEqual([]);
    if (events.length > 0 && command.kind !== 'extension.ask') {
      expect(after.items.find((item) => item.id === command.item)?.clock.rev).toBe(command.rev + 1);
    }
  });
});
