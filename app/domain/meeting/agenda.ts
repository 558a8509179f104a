/**
 * The agenda everyone builds: items in an order that the server alone assigns.
 *
 * A1 Order is (key, id), keys compared bytewise; a key lies between those of the anchor and its successor.
 * A2 A withdrawn item keeps its key, so that it still works as an anchor.
 * A3 Running and finished items are frozen: they do not move, and nothing is placed before them.
 * A4 Moving an item behind itself or to where members see it already changes nothing.
 * A5 Several items proposed at once stand together, in their order (placing.ts).
 * A6 When a key grows beyond KEY_LIMIT, all keys are made anew in the same order.
 * A7 The bringer, the proposer and the lead may edit or withdraw an item that has not started; anyone may change
 *    one that nobody brings, unless it is a hot seat.
 * A8 Before the start any member arranges the agenda and chooses its format; once the meeting is live, the lead does.
 * A9 A newly proposed item stands before the closing items at the end that have not started, a closing one behind them,
 *    and a check-in before everything but other check-ins and what has started. For topics there may be a place (A11).
 * A10 A format's items stand before the topics there are and its closing behind them; what it opens with stands before the
 *    hot seats, too. So it is the same whether a format is chosen before something is carried over (H5) or after.
 * Source: the agenda design, C.3.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { ItemRun } from './phases.ts';

export const KEY_LIMIT = 40;
/** The most items one agenda can hold, withdrawn ones included. */
export const ITEM_LIMIT = 60;
export const itemKinds = ['topic', 'hot-seat', 'check-in', 'fixed', 'closing'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What a member writes about an item. `minutes` 1 to 120. `help`: what help is wanted. */
export type ItemDraft = {
  title: string;
  itemKind: ItemKind;
  minutes: number;
  bringer: string | null;
  help: string;
};

/** Of anything that has what a member writes about an item, that alone. */
export function draftOf({ title, itemKind, minutes, bringer, help }: ItemDraft): ItemDraft {
  return { title, itemKind, minutes, bringer, help };
}

export function isSameDraft(one: ItemDraft, other: ItemDraft): boolean {
  const fields = Object.entries(draftOf(one)) as [keyof ItemDraft, unknown][];
  return fields.every(([field, value]) => other[field] === value);
}

/** An item's clock: see timebox.ts. All in ms; `startedAt` is server time while running. */
export type ItemClock = {
  state: 'idle' | 'running' | 'paused' | 'done';
  extendedMs: number;
  accumulatedMs: number;
  startedAt: number | null;
  /** When it was first started and when it was finished. */
  begunAt: number | null;
  finishedAt: number | null;
  rev: number;
};

/**
 * A phase that has begun: which, what the item's clock stood at, and by how much it was extended, in ms. `since`: the
 * version of its beginning (states that were stored before it was kept have none).
 */
export type StartedPhase = { index: number; fromMs: number; extraMs: number; since?: number };

export type AgendaItem = ItemDraft & {
  id: string;
  key: string;
  proposer: string | null;
  proposedAt: number;
  /** How many meetings it has been carried over from. */
  carried: number;
  /** Dots it brought along from earlier meetings; once voting is closed, with the dots of this one. */
  votes: number;
  withdrawn: boolean;
  /** A11: withdrawn because topics took all of these minutes, which were set aside for them. */
  setAside: number | null;
  /** H6: withdrawn because it stands on another agenda. */
  recalled: boolean;
  clock: ItemClock;
  /** How it runs, when it comes from a format's step; and the phases that have begun, the last one is on. */
  run: ItemRun | null;
  course: readonly StartedPhase[];
  /** By how much the circle extended it, one entry each time, in ms. */
  extensions: readonly number[];
  /** Left for the next meeting, to make up for time that ran over. */
  dropped: boolean;
  /** Its owner wants it carried over once more. */
  kept: boolean;
};

export const idleClock: ItemClock = {
  state: 'idle',
  extendedMs: 0,
  accumulatedMs: 0,
  startedAt: null,
  begunAt: null,
  finishedAt: null,
  rev: 0,
};

/** The items members see, in order. */
export function listedItems(items: readonly AgendaItem[]): AgendaItem[] {
  return items.filter((item) => !item.withdrawn);
}

/** A1: the order of an agenda. */
export function inOrder<Item extends Pick<AgendaItem, 'id' | 'key'>>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id));
}

/** Sum of planned minutes of what is listed; what is left for next time takes none of them. */
export function plannedMinutes(items: readonly AgendaItem[]): number {
  return listedItems(items).reduce((sum, { dropped, minutes }) => (dropped ? sum : sum + minutes), 0);
}

export function isFrozen(item: AgendaItem): boolean {
  return item.clock.state !== 'idle';
}

/** A9: the key of a newly proposed item. */
export function keyForNew(items: readonly AgendaItem[], kind: ItemKind): string {
  const last = placeForNew(items, kind);
  return generateKeyBetween(items[last]?.key ?? null, items[last + 1]?.key ?? null);
}

/** A9: the index of the item behind which it goes; -1 for the top. */
function placeForNew(items: readonly AgendaItem[], kind: ItemKind): number {
  if (kind === 'closing') return items.length - 1;
  const aside = items.findIndex((item) => item.run?.forTopics);
  if (kind === 'topic' && aside !== -1) return behindTopics(items, aside);
  if (kind !== 'check-in')
    return items.findLastIndex((item) => item.itemKind !== 'closing' || isFrozen(item));
  const first = items.findIndex((item) => item.itemKind !== 'check-in' && !isFrozen(item));
  return Math.max(first === -1 ? items.length - 1 : first - 1, items.findLastIndex(isFrozen));
}

/** A11: before the time set aside for topics, also when it is used up; once that has begun, behind it and its topics. */
function behindTopics(items: readonly AgendaItem[], aside: number): number {
  const frozen = items.findLastIndex(isFrozen);
  if (frozen < aside) return Math.max(aside - 1, frozen);
  const next = items.findIndex(({ itemKind }, index) => index > frozen && itemKind !== 'topic');
  return next === -1 ? items.length - 1 : next - 1;
}

/** A1 A3: the key for `item` when put behind `after` (null: at the top), or null when it is seen there already (A4). */
export function keyForMove(items: readonly AgendaItem[], item: string, after: string | null): string | null {
  const others = items.filter((other) => other.id !== item);
  const lastFrozen = others.findLastIndex(isFrozen);
  const wanted = after === null ? -1 : others.findIndex((other) => other.id === after);
  const at = Math.max(wanted, lastFrozen);
  const ahead = (end: number) => listedItems(others.slice(0, end)).length;
  const now = ahead(items.findIndex((other) => other.id === item));
  if (ahead(wanted + 1) === now || ahead(at + 1) === now) return null;
  return generateKeyBetween(others[at]?.key ?? null, others[at + 1]?.key ?? null);
}

/** A6: when one of the keys about to be given has grown too long, new keys for all items, by id; else null. */
export function freshKeys(
  items: readonly AgendaItem[],
  placed: readonly { item: string; key: string }[],
): Record<string, string> | null {
  if (placed.every(({ key }) => key.length <= KEY_LIMIT)) return null;
  const others = items.filter((item) => !placed.some((one) => one.item === item.id));
  const ids = inOrder([...others, ...placed.map(({ item: id, key }) => ({ id, key }))]).map(({ id }) => id);
  const keys = generateNKeysBetween(null, null, ids.length);
  return Object.fromEntries(ids.map((id, index) => [id, keys[index] as string]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
