/**
 * Arranging the agenda by hand: what "one up", "one down" and "dropped here" ask of the server.
 *
 * B1 A step up or down, or a drop at another item's edge, names the item to stand behind (null: the top). There is
 *    none where nothing would change, and none before a running or finished item.
 * B2 While a move is under way its item is shown at the new place already; the server's order follows.
 */
import { type AgendaItem, isFrozen, listedItems } from './agenda.ts';

export type Move = { item: string; after: string | null };
export type Edge = 'above' | 'below';

/** B1: a step in one direction, or null when the item cannot go that way. */
export function stepOf(items: readonly AgendaItem[], id: string, way: 'up' | 'down'): Move | null {
  const listed = listedItems(items);
  const neighbour = listed[listed.findIndex((item) => item.id === id) + (way === 'up' ? -1 : 1)];
  return neighbour ? dropOf(items, id, neighbour.id, way === 'up' ? 'above' : 'below') : null;
}

/** B1: `id` dropped at an edge of `target`, or null when nothing would come of it. */
export function dropOf(items: readonly AgendaItem[], id: string, target: string, edge: Edge): Move | null {
  const listed = listedItems(items);
  const now = listed.findIndex((item) => item.id === id);
  const item = listed[now];
  const others = listed.filter((one) => one.id !== id);
  const beside = others.findIndex((one) => one.id === target);
  if (!item || isFrozen(item) || beside < 0) return null;

  const place = edge === 'above' ? beside : beside + 1;
  if (place === now || place <= others.findLastIndex(isFrozen)) return null;
  return { item: id, after: others[place - 1]?.id ?? null };
}

/** B2: what members see, in order, as if `move` had been made. */
export function withMove(items: readonly AgendaItem[], move: Move | null): AgendaItem[] {
  const listed = listedItems(items);
  const moved = listed.find((item) => item.id === move?.item);
  if (!move || !moved) return listed;
  const others = listed.filter((item) => item !== moved);
  return others.toSpliced(others.findIndex((item) => item.id === move.after) + 1, 0, moved);
}
