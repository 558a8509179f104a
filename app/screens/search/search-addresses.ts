import type { Hit, Search } from '#app/domain/search/search.ts';
import type { SearchKind } from '#app/domain/search/search-change.ts';

/** Where a hit is read: its line, item, decision or action item, where it stands, or the notes. */
export function placeOf({ kind, id, circle, meeting }: Hit): string {
  const anchor = kind === 'note' ? '#notes' : `#${kind}-${id}`;
  if (!meeting) return `/circles/${circle.id}/room?line=${id}${anchor}`;
  if (meeting.isOver) return `/meetings/${meeting.id}/minutes${anchor}`;
  return `/meetings/${meeting.id}/${places[kind]}${anchor}`;
}

/** Where it stands until the meeting is over; on a small screen the room shows one of its parts at a time. */
const places: Record<SearchKind, string> = {
  line: 'room',
  item: 'agenda',
  decision: 'room?view=outcome',
  action: 'room?view=outcome',
  note: 'room?view=notes',
};

/** The address of another page of the same search. */
export function pageOf({ query, page, ...filters }: Search, by: number): string {
  const kept = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/search?${new URLSearchParams([['q', query], ...kept, ['page', String(page + by)]])}`;
}
