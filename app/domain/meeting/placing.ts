/** Where several items go that come at once: what is carried over (H5), and what a format brings (A10). */
import { generateNKeysBetween } from 'fractional-indexing';
import { type AgendaItem, type ItemKind, inOrder } from './agenda.ts';
import type { ItemRun } from './phases.ts';

type Standing = Pick<AgendaItem, 'id' | 'key' | 'itemKind' | 'withdrawn' | 'run'>;
type Coming = { item: string; itemKind: ItemKind; run?: ItemRun | null | undefined };

/** Items that stay together, and before the first of which kinds they go; `end`: behind everything. */
export type Group<Item extends Coming> = { items: readonly Item[]; before: readonly ItemKind[] | 'end' };

/**
 * The items with their keys. Where there is none of those kinds, they go before the time set aside for topics, or the
 * closing items.
 */
export function place<Item extends Coming>(
  standing: readonly Standing[],
  groups: readonly Group<Item>[],
): (Item & { key: string })[] {
  const placed: (Item & { key: string })[] = [];
  for (const { items, before } of groups) {
    const all = inOrder([...standing, ...placed.map(asStanding)]);
    const at = placeOf(all, before);
    const keys = generateNKeysBetween(all[at - 1]?.key ?? null, all[at]?.key ?? null, items.length);
    placed.push(...items.map((item, index) => ({ ...item, key: keys[index] as string })));
  }
  return placed;
}

const asStanding = ({ item: id, key, itemKind, run }: Coming & { key: string }): Standing => ({
  ...{ id, key, itemKind, run: run ?? null },
  withdrawn: false,
});

function placeOf(items: readonly Standing[], before: Group<Coming>['before']): number {
  if (before === 'end') return items.length;
  const first = items.findIndex(({ itemKind, withdrawn }) => before.includes(itemKind) && !withdrawn);
  if (first !== -1) return first;
  const aside = before.length > 0 ? items.findIndex(({ run }) => run?.forTopics) : -1;
  return aside === -1 ? items.findLastIndex(({ itemKind }) => itemKind !== 'closing') + 1 : aside;
}

/** A10: the parts of a format that stand together. */
export function partsOfFormat<Item extends Coming>(items: readonly Item[]): Group<Item>[] {
  const end = items.findLastIndex(({ itemKind }) => itemKind !== 'closing') + 1;
  const seat = items.findIndex(({ itemKind }) => itemKind === 'hot-seat');
  const aside = items.findIndex(({ run }) => run?.forTopics);
  const middle = aside === -1 ? end : aside;
  const opening = seat === -1 ? middle : seat;
  return [
    { items: items.slice(0, opening), before: ['hot-seat', 'topic'] },
    { items: items.slice(opening, middle), before: ['topic'] },
    { items: items.slice(middle, end), before: [] },
    { items: items.slice(end), before: 'end' },
  ];
}
