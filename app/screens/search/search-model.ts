import type { Part } from '#app/domain/search/excerpt.ts';
import type { SearchKind } from '#app/domain/search/search-change.ts';

/** What is searched for; null means everything. */
export type Wanted = {
  query: string;
  circle: string | null;
  meeting: string | null;
  person: string | null;
  kind: SearchKind | null;
  page: number;
};

/** Something that was found. `parts` are the words around it. Instants in ms. */
export type Hit = {
  kind: SearchKind;
  id: string;
  parts: Part[];
  at: number;
  person: string | null;
  circle: { id: string; name: string };
  meeting: { id: string; startsAt: number; isOver: boolean } | null;
};

/** Where a hit is read: its line, item, decision or action item, where it stands. */
export function placeOf({ kind, id, circle, meeting }: Hit): string {
  const anchor = `#${kind}-${id}`;
  if (!meeting) return `/circles/${circle.id}/room?line=${id}${anchor}`;
  if (meeting.isOver) return `/meetings/${meeting.id}/minutes${anchor}`;
  return `/meetings/${meeting.id}/${kind === 'item' ? 'agenda' : 'room'}${anchor}`;
}

/** The address of another page of the same search. */
export function pageOf({ query, page, ...filters }: Wanted, by: number): string {
  const kept = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/search?${new URLSearchParams([['q', query], ...kept, ['page', String(page + by)]])}`;
}
