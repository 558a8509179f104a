/** A challenge that a format looks at over several items: which they are (R3), and whose. */
import { type AgendaItem, listedItems } from './agenda.ts';
import { focusOf } from './turn.ts';

/** R3: the items of the challenge that this one is part of, in order; none when it is part of none. */
export function challengeOf(items: readonly AgendaItem[], item: AgendaItem): AgendaItem[] {
  const seat = item.run?.seat ?? null;
  if (seat === null) return isSeat(item) ? [item] : [];
  const joined = listedItems(items).filter(({ run }) => run?.seat === seat);
  const whole = joined.slice(Math.max(0, joined.findIndex(isSeat)), joined.findLastIndex(isSeat) + 1);
  return whole.includes(item) ? whole : [];
}

/** T3 M3: whose item it is: who brings it, or whose challenge it is part of; null for nobody's. */
export function ownerOf(items: readonly AgendaItem[], item: AgendaItem): string | null {
  return item.bringer ?? (challengeOf(items, item).length > 0 ? focusOf(items, item) : null);
}

function isSeat({ itemKind }: AgendaItem): boolean {
  return itemKind === 'hot-seat';
}
